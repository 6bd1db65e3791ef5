"use client";

import { Controller } from "react-hook-form";
import { Field } from "@/components/forms/field";
import { Form, SubmitButton } from "@/components/forms/form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { DateInput, Textarea } from "@/components/ui/input";
import { holdCase } from "@/lib/cases/actions";
import type { ReasonChoice } from "@/lib/cases/reason";
import { holdForm } from "@/lib/cases/record-schema";
import { HoldReason } from "./hold-reason";

export type SeenCase = { caseId: string; version: number };

type HoldDialogProps = {
  seen: SeenCase;
  reasons: readonly ReasonChoice[];
  /** The lab's day, the earliest to look again. */
  today: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onHeld: (version: number) => void;
};

/** Asks why a case is put on hold, what its practice should know, and when to look again. */
export function HoldDialog({ open, onOpenChange, ...rest }: HoldDialogProps) {
  return (
    <Dialog
      title="Put on hold"
      description="Work stands still. The practice reads the reason and what you write below."
      open={open}
      onOpenChange={onOpenChange}
      size="sm"
    >
      <HoldForm {...rest} />
    </Dialog>
  );
}

function HoldForm({ seen, reasons, today, onHeld }: Omit<HoldDialogProps, "open" | "onOpenChange">) {
  const form = useActionForm(holdCase, {
    schema: holdForm,
    defaultValues: { reasonId: "", note: "", reviewOn: "" },
    toInput: (values) => ({ ...values, ...seen }),
    onSuccess: ({ version }) => onHeld(version),
  });
  return (
    <Form form={form}>
      <Controller
        control={form.control}
        name="reasonId"
        render={({ field }) => <HoldReason reasons={reasons} value={field.value} onChange={field.onChange} />}
      />
      <Field name="note" label="What is asked or awaited" hint="The practice reads this.">
        <Textarea rows={3} maxLength={1000} {...form.register("note")} />
      </Field>
      <Field name="reviewOn" label="Look again on" hint="You are told on that day.">
        <DateInput min={today} {...form.register("reviewOn")} />
      </Field>
      <div className="flex justify-end gap-2">
        <DialogClose>
          <Button variant="ghost">Not now</Button>
        </DialogClose>
        <SubmitButton>Put on hold</SubmitButton>
      </div>
    </Form>
  );
}
