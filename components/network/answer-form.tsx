"use client";

import { useRouter } from "next/navigation";
import { useReady } from "@/components/forms/use-ready";
import { answerQuestion } from "@/lib/network/public-actions";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { Textarea } from "../ui/input";
import { toast } from "../ui/toast";

/** The applicant's answer to the lab's question. */
export function AnswerForm({ lab, token }: { lab: string; token: string }) {
  const router = useRouter();
  const ready = useReady();
  const form = useActionForm(answerQuestion, {
    defaultValues: { body: "" },
    toInput: (values) => ({ ...values, lab, token }),
    onSuccess: () => {
      toast.success("Answer sent");
      router.refresh();
    },
  });
  return (
    <Form form={form} method="post" className="mt-4">
      <Field name="body" label="Your answer" required>
        <Textarea rows={4} {...form.register("body")} />
      </Field>
      <SubmitButton disabled={!ready}>Send answer</SubmitButton>
    </Form>
  );
}
