"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { STAGE_LABEL, type Stage } from "@/lib/cases/vocabulary";
import type { Reason } from "@/lib/workflow/reasons";
import type { ActionResult } from "../forms/action-result";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { Button } from "../ui/button";
import { Dialog, DialogClose } from "../ui/dialog";
import { Textarea } from "../ui/input";
import { RadioGroup } from "../ui/radio-group";
import { toast } from "../ui/toast";
import { focusWork } from "./use-move";

type Said = { reasonId: string; note?: string; to: Stage };

type ReasonDialogProps = {
  /** What opens it; without one the caller opens it (`open`, `onOpenChange`). */
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  title: string;
  description?: string;
  reasons: readonly Reason[];
  /** The stages to choose from; without them no stage is asked. */
  targets?: readonly Stage[];
  submit: string;
  send: (said: Said) => Promise<ActionResult<unknown>>;
  done: string;
};

/** Asks why, and where back to, before work is blocked, sent back or failed. */
export function ReasonDialog({ trigger, title, description, open, onOpenChange, ...form }: ReasonDialogProps) {
  const [opened, setOpened] = useState(false);
  const turn = onOpenChange ?? setOpened;
  return (
    <Dialog trigger={trigger} title={title} description={description} open={open ?? opened} onOpenChange={turn}>
      <ReasonForm {...form} close={() => turn(false)} />
    </Dialog>
  );
}

type ReasonFormProps = Omit<ReasonDialogProps, "trigger" | "title" | "description" | "open" | "onOpenChange"> & {
  close: () => void;
};

function ReasonForm({ reasons, targets, submit, send, done, close }: ReasonFormProps) {
  const router = useRouter();
  const form = useActionForm<{ reasonId: string; note: string; to: string }, unknown, Said>(send, {
    defaultValues: { reasonId: "", note: "", to: targets?.length === 1 ? (targets[0] ?? "") : "" },
    toInput: ({ reasonId, note, to }) => ({ reasonId, note: note.trim() || undefined, to: to as Stage }),
    onSuccess: () => {
      toast.success(done);
      close();
      router.refresh();
      focusWork();
    },
  });
  return (
    <Form form={form}>
      {targets && (
        <Field name="to" label="Back to" required>
          <RadioGroup
            choices={targets.map((stage) => ({ value: stage, label: STAGE_LABEL[stage] }))}
            {...form.register("to")}
          />
        </Field>
      )}
      <Field name="reasonId" label="Why" required>
        <RadioGroup
          className="sm:grid sm:grid-cols-2 sm:gap-x-4"
          choices={reasons.map(({ id, label }) => ({ value: id, label }))}
          {...form.register("reasonId")}
        />
      </Field>
      <Field name="note" label="Note">
        <Textarea rows={2} maxLength={1000} {...form.register("note")} />
      </Field>
      <div className="flex justify-end gap-2">
        <DialogClose>
          <Button size="lg">Cancel</Button>
        </DialogClose>
        <SubmitButton size="lg">{submit}</SubmitButton>
      </div>
    </Form>
  );
}
