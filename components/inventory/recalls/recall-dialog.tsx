"use client";

import { OctagonAlert } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { recallLot } from "@/lib/inventory/recalls/actions";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useActionForm } from "../../forms/use-action-form";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Input, Textarea } from "../../ui/input";
import { Notice } from "../../ui/notice";
import { toast } from "../../ui/toast";

type RecallDialogProps = {
  lot: { id: string; number: string; name: string };
  /** "3 cases at 2 practices". */
  affects: string;
  cases: number;
};

/** Asks why a lot is recalled, showing what it went into, and recalls it. */
export function RecallDialog(props: RecallDialogProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={`Recall lot ${props.lot.number}`}
      description={props.lot.name}
      trigger={
        <Button variant="danger" icon={<OctagonAlert aria-hidden />}>
          Recall
        </Button>
      }
    >
      <Fields {...props} />
    </Dialog>
  );
}

function Fields({ lot, affects, cases }: RecallDialogProps) {
  const router = useRouter();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const form = useActionForm(recallLot, {
    defaultValues: { lotId: lot.id, reason: "", reference: "", advice: "", idempotencyKey },
    onSuccess: ({ recallId, told }) => {
      toast.success(told === 1 ? "Recalled. One practice was told." : `Recalled. ${told} practices were told.`);
      router.push(`/inventory/recalls/${recallId}`);
    },
  });
  return (
    <Form form={form}>
      <Notice tone={cases > 0 ? "warning" : "info"} title={`It went into ${affects}`}>
        {cases > 0
          ? "Each practice gets a letter and a notice with its own cases, and is asked to acknowledge it. The bench can use the lot no more."
          : "No practice has to be told. The bench can use the lot no more."}
      </Notice>
      <Field name="reason" label="Why" hint="The practices read this." required>
        <Textarea rows={3} maxLength={1000} {...form.register("reason")} />
      </Field>
      <Field name="reference" label="Reference" hint="The maker's or the authority's number, such as FSN-2026-017.">
        <Input maxLength={120} autoComplete="off" {...form.register("reference")} />
      </Field>
      <Field name="advice" label="What the practices should do">
        <Textarea rows={2} maxLength={2000} {...form.register("advice")} />
      </Field>
      <SubmitButton variant="danger" className="self-end">
        Recall the lot
      </SubmitButton>
    </Form>
  );
}
