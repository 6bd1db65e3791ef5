"use client";

import { Ban } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { cancelInvoice } from "@/lib/billing/actions";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Input } from "../ui/input";
import { toast } from "../ui/toast";

type CancelProps = { invoice: { id: string; version: number; number: string | null } };

/** Cancels a draft with a reason; a sent invoice by a credit note over all that is left of it. */
export function CancelDialog({ invoice }: CancelProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button icon={<Ban />}>Cancel invoice</Button>}
      title={invoice.number ? `Cancel ${invoice.number}` : "Cancel this draft"}
      description={
        invoice.number
          ? "It stays as it was sent. A credit note over all that is left of it is issued and mailed to the practice, and what it holds can be invoiced again."
          : "This cannot be undone. What it holds can be invoiced again."
      }
    >
      <CancelForm invoice={invoice} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function CancelForm({ invoice, onDone }: CancelProps & { onDone: () => void }) {
  const router = useRouter();
  const form = useActionForm(cancelInvoice, {
    defaultValues: { reason: "" },
    toInput: ({ reason }) => ({ reason, invoiceId: invoice.id, version: invoice.version }),
    onSuccess: ({ creditNote }) => {
      onDone();
      toast.success(creditNote ? `Credit note ${creditNote} issued` : "Draft cancelled");
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <Field name="reason" label="Reason" hint={invoice.number ? "Printed on the credit note" : undefined} required>
        <Input maxLength={300} autoComplete="off" {...form.register("reason")} />
      </Field>
      <SubmitButton variant="danger" className="self-end">
        {invoice.number ? "Issue credit note" : "Cancel invoice"}
      </SubmitButton>
    </Form>
  );
}
