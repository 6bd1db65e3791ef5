"use client";

import { Pencil, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Field } from "@/components/forms/field";
import { Form, SubmitButton } from "@/components/forms/form";
import { useAction } from "@/components/forms/use-action";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button, IconButton } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Textarea } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import {
  bringNoteBack,
  bringOwnNoteBack,
  changeOwnNote,
  editNote,
  removeOwnNote,
  takeNoteAway,
} from "@/lib/cases/actions";

const LAB = { change: editNote, remove: takeNoteAway, restore: bringNoteBack };
const PRACTICE = { change: changeOwnNote, remove: removeOwnNote, restore: bringOwnNoteBack };

type NoteActionsProps = { noteId: string; body: string; audience: "lab" | "portal" };

/** Changes or removes a note of one's own; removing is taken back by undo. */
export function NoteActions({ noteId, body, audience }: NoteActionsProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const actions = audience === "lab" ? LAB : PRACTICE;
  const restore = useAction(actions.restore, { onSuccess: () => router.refresh() });
  const remove = useAction(actions.remove, {
    onSuccess: () => {
      toast.undo("Note removed", () => restore.run({ noteId }));
      router.refresh();
    },
  });
  return (
    <span className="-my-1 ml-auto flex">
      <IconButton label="Change the note" variant="ghost" size="sm" icon={<Pencil />} onClick={() => setOpen(true)} />
      <IconButton
        label="Remove the note"
        variant="ghost"
        size="sm"
        icon={<Trash2 />}
        onClick={() => remove.run({ noteId })}
      />
      <Dialog title="Change the note" open={open} onOpenChange={setOpen} size="sm">
        <EditForm noteId={noteId} body={body} audience={audience} onChanged={() => setOpen(false)} />
      </Dialog>
    </span>
  );
}

function EditForm({ noteId, body, audience, onChanged }: NoteActionsProps & { onChanged: () => void }) {
  const router = useRouter();
  const form = useActionForm(audience === "lab" ? LAB.change : PRACTICE.change, {
    defaultValues: { body },
    toInput: (values) => ({ ...values, noteId }),
    onSuccess: () => {
      onChanged();
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <Field name="body" label="Note" hideLabel>
        <Textarea rows={5} maxLength={4000} {...form.register("body")} />
      </Field>
      <div className="flex justify-end gap-2">
        <DialogClose>
          <Button variant="ghost">Not now</Button>
        </DialogClose>
        <SubmitButton>Keep</SubmitButton>
      </div>
    </Form>
  );
}
