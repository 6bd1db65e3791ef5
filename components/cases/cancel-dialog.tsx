"use client";

import { Field } from "@/components/forms/field";
import { Form, SubmitButton } from "@/components/forms/form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Textarea } from "@/components/ui/input";
import { cancelCase } from "@/lib/cases/actions";
import type { ReasonChoice } from "@/lib/cases/reason";
import { cancelForm } from "@/lib/cases/record-schema";
import type { SeenCase } from "./hold-dialog";
import { ReasonSelect } from "./reason-select";

type CancelDialogProps = {
  seen: SeenCase;
  number: string;
  reasons: readonly ReasonChoice[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onCancelled: () => void;
};

/** Asks why a case is cancelled, which is for good. */
export function CancelDialog({ open, onOpenChange, number, ...rest }: CancelDialogProps) {
  return (
    <Dialog
      title={`Cancel ${number}?`}
      description="All its items are cancelled and leave the bench. This cannot be undone. The practice reads the reason."
      open={open}
      onOpenChange={onOpenChange}
      size="sm"
    >
      <CancelForm {...rest} />
    </Dialog>
  );
}

function CancelForm({ seen, reasons, onCancelled }: Pick<CancelDialogProps, "seen" | "reasons" | "onCancelled">) {
  const form = useActionForm(cancelCase, {
    schema: cancelForm,
    defaultValues: { reasonId: "", note: "" },
    toInput: (values) => ({ ...values, ...seen }),
    onSuccess: onCancelled,
  });
  return (
    <Form form={form}>
      <Field name="reasonId" label="Reason" required>
        <ReasonSelect reasons={reasons} {...form.register("reasonId")} />
      </Field>
      <Field name="note" label="Anything to add">
        <Textarea rows={2} maxLength={1000} {...form.register("note")} />
      </Field>
      <div className="flex justify-end gap-2">
        <DialogClose>
          <Button variant="ghost">Keep the case</Button>
        </DialogClose>
        <SubmitButton variant="danger">Cancel the case</SubmitButton>
      </div>
    </Form>
  );
}
