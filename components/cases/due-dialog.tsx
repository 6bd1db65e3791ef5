"use client";

import { Field } from "@/components/forms/field";
import { Form, SubmitButton } from "@/components/forms/form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { DateInput, Input } from "@/components/ui/input";
import { changeDueDate } from "@/lib/cases/actions";
import { changeDueForm } from "@/lib/cases/record-schema";
import type { SeenCase } from "./hold-dialog";

type DueDialogProps = {
  seen: SeenCase;
  dueOn: string;
  /** Working days from the lab to the practice; ship-by lies so many before the due day. */
  transitDays: number;
  today: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onChanged: (changed: { dueOn: string; shipBy: string }) => void;
};

/** Moves the day a case is due at its practice. */
export function DueDialog({ open, onOpenChange, transitDays, ...rest }: DueDialogProps) {
  const days = `${transitDays} working ${transitDays === 1 ? "day" : "days"}`;
  return (
    <Dialog
      title="Change the due date"
      description={`The ship-by day follows, ${days} before. The practice sees the change.`}
      open={open}
      onOpenChange={onOpenChange}
      size="sm"
    >
      <DueForm {...rest} />
    </Dialog>
  );
}

function DueForm({ seen, dueOn, today, onChanged }: Pick<DueDialogProps, "seen" | "dueOn" | "today" | "onChanged">) {
  const form = useActionForm(changeDueDate, {
    schema: changeDueForm,
    defaultValues: { dueOn, reason: "" },
    toInput: (values) => ({ ...values, ...seen }),
    onSuccess: onChanged,
  });
  return (
    <Form form={form}>
      <Field name="dueOn" label="Due at the practice" required>
        <DateInput min={today} {...form.register("dueOn")} />
      </Field>
      <Field name="reason" label="Why" hint="The practice reads this.">
        <Input maxLength={300} {...form.register("reason")} />
      </Field>
      <div className="flex justify-end gap-2">
        <DialogClose>
          <Button variant="ghost">Leave it</Button>
        </DialogClose>
        <SubmitButton>Change the date</SubmitButton>
      </div>
    </Form>
  );
}
