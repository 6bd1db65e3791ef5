"use client";

import { useRouter } from "next/navigation";
import { answerReview } from "@/lib/staff/reviews/actions";
import type { Review } from "@/lib/staff/reviews/queries";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useActionForm } from "../../forms/use-action-form";
import { Checkbox } from "../../ui/checkbox";
import { Textarea } from "../../ui/input";
import { toast } from "../../ui/toast";

/** What a person says to their own review, and that they have taken note of it. */
export function AnswerForm({ review }: { review: Review }) {
  const router = useRouter();
  const form = useActionForm(answerReview, {
    defaultValues: { comments: review.personComments ?? "", acknowledge: review.status === "shared" },
    toInput: (values: { comments: string; acknowledge: boolean }) => ({
      ...values,
      id: review.id,
      version: review.version,
    }),
    onSuccess: () => {
      toast.success("Kept");
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <Field name="comments" label="What you say to it">
        <Textarea rows={4} maxLength={5000} {...form.register("comments")} />
      </Field>
      {review.status === "shared" && (
        <Checkbox label="I have taken note of this review" {...form.register("acknowledge")} />
      )}
      <SubmitButton>Save</SubmitButton>
    </Form>
  );
}
