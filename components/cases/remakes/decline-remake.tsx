"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Field } from "@/components/forms/field";
import { Form, SubmitButton } from "@/components/forms/form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Textarea } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { refuseRemake } from "@/lib/cases/remakes/actions";

/** Declines what a practice asked for, with words it reads. */
export function DeclineRemake({ remakeId }: { remakeId: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" variant="ghost" onClick={() => setOpen(true)}>
        Decline
      </Button>
      <Dialog title="Decline the remake" open={open} onOpenChange={setOpen} size="sm">
        <DeclineForm remakeId={remakeId} onDeclined={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function DeclineForm({ remakeId, onDeclined }: { remakeId: string; onDeclined: () => void }) {
  const router = useRouter();
  const form = useActionForm(refuseRemake, {
    defaultValues: { words: "" },
    toInput: ({ words }) => ({ remakeId, words }),
    onSuccess: () => {
      toast.success("The practice is told");
      onDeclined();
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <Field name="words" label="Why" hint="The practice reads this." required>
        <Textarea rows={3} maxLength={2000} {...form.register("words")} />
      </Field>
      <div className="flex justify-end gap-2">
        <DialogClose>
          <Button variant="ghost">Not now</Button>
        </DialogClose>
        <SubmitButton variant="danger">Decline</SubmitButton>
      </div>
    </Form>
  );
}
