"use client";

import { MailPlus, Send } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { mailAgain, sendInvoice } from "@/lib/billing/actions";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Input } from "../ui/input";
import { toast } from "../ui/toast";

type SendProps = { invoice: { id: string; version: number }; address: string | null; blocked: boolean };

/** Sends a draft: asks for the address, and says what follows. */
export function SendDialog({ invoice, address, blocked }: SendProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="primary" icon={<Send />} disabled={blocked}>
          Send
        </Button>
      }
      title="Send this invoice"
      description="It gets its number and today's date, and can no longer be changed. The letter with the PDF goes out at once."
    >
      <SendForm invoice={invoice} address={address} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function SendForm({ invoice, address, onDone }: Omit<SendProps, "blocked"> & { onDone: () => void }) {
  const router = useRouter();
  const form = useActionForm(sendInvoice, {
    defaultValues: { to: address ?? "" },
    toInput: ({ to }) => ({ to, invoiceId: invoice.id, version: invoice.version }),
    onSuccess: ({ number }) => {
      onDone();
      toast.success(`${number} sent`);
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <Field
        name="to"
        label="E-mail address"
        hint={address ? "The practice's own address" : "The practice has none on file"}
        required
      >
        <Input type="email" autoComplete="off" {...form.register("to")} />
      </Field>
      <SubmitButton className="self-end">Send invoice</SubmitButton>
    </Form>
  );
}

/** Mails a sent invoice once more. */
export function MailAgainDialog({ invoiceId, address }: { invoiceId: string; address: string | null }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button icon={<MailPlus />}>Mail again</Button>}
      title="Mail this invoice again"
      description="The same invoice, with its PDF, to the address you give."
    >
      <MailAgainForm invoiceId={invoiceId} address={address} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function MailAgainForm({
  invoiceId,
  address,
  onDone,
}: {
  invoiceId: string;
  address: string | null;
  onDone: () => void;
}) {
  const router = useRouter();
  const form = useActionForm(mailAgain, {
    defaultValues: { to: address ?? "" },
    toInput: ({ to }) => ({ to, invoiceId }),
    onSuccess: () => {
      onDone();
      toast.success("The letter is on its way");
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <Field name="to" label="E-mail address" required>
        <Input type="email" autoComplete="off" {...form.register("to")} />
      </Field>
      <SubmitButton className="self-end">Mail it</SubmitButton>
    </Form>
  );
}
