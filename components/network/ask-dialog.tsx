"use client";

import { MessageCircleQuestionMark } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { askApplicant } from "@/lib/network/actions";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Textarea } from "../ui/input";
import { toast } from "../ui/toast";

/** Asks the applicant something, by letter. */
export function AskDialog({ id, name }: { id: string; name: string }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title={`Ask ${name}`}
      description="Your question goes out by e-mail; the answer shows here."
      open={open}
      onOpenChange={setOpen}
      trigger={<Button icon={<MessageCircleQuestionMark aria-hidden />}>Ask</Button>}
    >
      <AskForm id={id} done={() => setOpen(false)} />
    </Dialog>
  );
}

function AskForm({ id, done }: { id: string; done: () => void }) {
  const router = useRouter();
  const form = useActionForm(askApplicant, {
    defaultValues: { body: "" },
    toInput: (values) => ({ ...values, id }),
    onSuccess: () => {
      toast.success("Question sent");
      done();
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <Field name="body" label="Question" required>
        <Textarea rows={4} {...form.register("body")} />
      </Field>
      <SubmitButton>Send question</SubmitButton>
    </Form>
  );
}
