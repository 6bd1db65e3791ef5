"use client";

import { useState } from "react";
import { Field } from "@/components/forms/field";
import { Form, SubmitButton } from "@/components/forms/form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Textarea } from "@/components/ui/input";
import { sendToTryIn } from "@/lib/workflow/try-in-actions";
import { ItemChoice } from "../remakes/item-choice";

export type TryInChoice = { id: string; version: number; name: string };

type TryInDialogProps = {
  /** The items that could go, each with its open attempt. */
  choices: readonly TryInChoice[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onSent: () => void;
};

/** Sends items out for a try-in at the practice. */
export function TryInDialog({ open, onOpenChange, ...rest }: TryInDialogProps) {
  return (
    <Dialog
      title="Send out for a try-in"
      description="It leaves the bench, waits to be shipped, and goes on when it is back. It is neither finished nor invoiced by this."
      open={open}
      onOpenChange={onOpenChange}
      size="sm"
    >
      <TryInForm {...rest} />
    </Dialog>
  );
}

function TryInForm({ choices, onSent }: Pick<TryInDialogProps, "choices" | "onSent">) {
  const [chosen, setChosen] = useState<string[]>(() => (choices.length === 1 ? choices.map(({ id }) => id) : []));
  const form = useActionForm(sendToTryIn, {
    defaultValues: { words: "" },
    toInput: ({ words }) => ({
      words,
      takeOver: true,
      stages: choices.filter(({ id }) => chosen.includes(id)).map(({ id, version }) => ({ id, version })),
    }),
    onSuccess: onSent,
  });
  return (
    <Form form={form}>
      <ItemChoice legend="What goes out" items={choices} chosen={chosen} onChange={setChosen} />
      <Field name="words" label="What the dentist should check" hint="The practice reads this.">
        <Textarea rows={2} maxLength={1000} {...form.register("words")} />
      </Field>
      <div className="flex justify-end gap-2">
        <DialogClose>
          <Button variant="ghost">Not now</Button>
        </DialogClose>
        <SubmitButton disabled={chosen.length === 0}>Send out</SubmitButton>
      </div>
    </Form>
  );
}
