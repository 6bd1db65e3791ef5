"use client";

import { CornerDownRight, Pencil, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { addReason, renameReason } from "@/lib/workflow/reason-list/actions";
import type { EditedReason } from "@/lib/workflow/reason-list/queries";
import type { ReasonKind } from "@/lib/workflow/reason-list/schema";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useActionForm } from "../../forms/use-action-form";
import { Button, IconButton } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Input } from "../../ui/input";

type ReasonFormProps = {
  kind: ReasonKind;
  /** The reason whose words change. */
  reason?: EditedReason;
  /** The reason a new one stands under. */
  parent?: EditedReason;
};

/** Adds a reason, also under another, or changes the words of one. */
export function ReasonForm({ kind, reason, parent }: ReasonFormProps) {
  const [open, setOpen] = useState(false);
  const title = reason ? "Change the reason" : parent ? `New reason under ${parent.label}` : "New reason";
  const trigger = reason ? (
    <IconButton label={`Change ${reason.label}`} icon={<Pencil />} size="sm" />
  ) : parent ? (
    <IconButton label={`Add a reason under ${parent.label}`} icon={<CornerDownRight />} size="sm" />
  ) : (
    <Button variant="primary" icon={<Plus aria-hidden />}>
      New reason
    </Button>
  );
  return (
    <Dialog title={title} size="sm" open={open} onOpenChange={setOpen} trigger={trigger}>
      <Fields kind={kind} reason={reason} parent={parent} close={() => setOpen(false)} />
    </Dialog>
  );
}

function Fields({ kind, reason, parent, close }: ReasonFormProps & { close: () => void }) {
  const router = useRouter();
  const send = ({ label }: { label: string }) =>
    reason ? renameReason({ id: reason.id, label }) : addReason({ kind, parentId: parent?.id ?? null, label });
  const form = useActionForm<{ label: string }, unknown, { label: string }>(send, {
    defaultValues: { label: reason?.label ?? "" },
    onSuccess: () => {
      close();
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <Field name="label" label="Reason" required>
        <Input maxLength={80} autoComplete="off" {...form.register("label")} />
      </Field>
      <SubmitButton>{reason ? "Save" : "Add reason"}</SubmitButton>
    </Form>
  );
}
