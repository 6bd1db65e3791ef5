"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { closeRecall, withdrawRecall } from "@/lib/inventory/recalls/actions";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useActionForm } from "../../forms/use-action-form";
import { Button } from "../../ui/button";
import { Checkbox } from "../../ui/checkbox";
import { Dialog } from "../../ui/dialog";
import { Textarea } from "../../ui/input";

type Ending = { recallId: string; version: number };

/** Closes a recall with what came of it. */
export function CloseDialog({ waiting, ...of }: Ending & { waiting: number }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen} size="sm" title="Close the recall" trigger={<Button>Close</Button>}>
      <CloseForm of={of} waiting={waiting} close={() => setOpen(false)} />
    </Dialog>
  );
}

function CloseForm({ of, waiting, close }: { of: Ending; waiting: number; close: () => void }) {
  const router = useRouter();
  const form = useActionForm(closeRecall, {
    defaultValues: { ...of, outcome: "", evenSo: false },
    onSuccess: () => {
      close();
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <p className="text-sm text-muted">The lot stays recalled and cannot be used.</p>
      <Field name="outcome" label="Outcome" required>
        <Textarea rows={3} maxLength={2000} {...form.register("outcome")} />
      </Field>
      {waiting > 0 && (
        <Checkbox
          label={`Close it although ${waiting === 1 ? "1 practice has" : `${waiting} practices have`} not acknowledged`}
          {...form.register("evenSo")}
        />
      )}
      <SubmitButton className="self-end">Close the recall</SubmitButton>
    </Form>
  );
}

/** Takes a recall back that was a mistake. */
export function WithdrawDialog({ told, ...of }: Ending & { told: number }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="sm"
      title="Withdraw the recall"
      trigger={<Button variant="ghost">Withdraw</Button>}
    >
      <WithdrawForm of={of} told={told} close={() => setOpen(false)} />
    </Dialog>
  );
}

function WithdrawForm({ of, told, close }: { of: Ending; told: number; close: () => void }) {
  const router = useRouter();
  const form = useActionForm(withdrawRecall, {
    defaultValues: { ...of, reason: "" },
    onSuccess: () => {
      close();
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <p className="text-sm text-muted">
        The lot may be used again.{" "}
        {told > 0 &&
          `${told === 1 ? "The practice that was told hears" : `The ${told} practices that were told hear`} of it.`}
      </p>
      <Field name="reason" label="Why" hint={told > 0 ? "The practices read this." : undefined} required>
        <Textarea rows={3} maxLength={1000} {...form.register("reason")} />
      </Field>
      <SubmitButton className="self-end">Withdraw the recall</SubmitButton>
    </Form>
  );
}
