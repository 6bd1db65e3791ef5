"use client";

import { useRouter } from "next/navigation";
import { writeReview } from "@/lib/staff/reviews/actions";
import type { Review } from "@/lib/staff/reviews/queries";
import { CRITERIA, type Criterion, RATING_WORDS } from "@/lib/staff/reviews/vocabulary";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useActionForm } from "../../forms/use-action-form";
import { Input, Textarea } from "../../ui/input";
import { Select } from "../../ui/select";
import { toast } from "../../ui/toast";

type Values = { comments: string; overall: string; rated: Record<Criterion, string> };

/** What the reviewer writes: ratings by criterion, the overall one and comments. */
export function ReviewForm({ review }: { review: Review }) {
  const router = useRouter();
  const keys = Object.keys(CRITERIA) as Criterion[];
  const given = new Map(review.ratings.map(({ criterion, rating }) => [criterion, String(rating)]));
  const form = useActionForm(writeReview, {
    defaultValues: {
      comments: review.comments ?? "",
      overall: review.rating ?? "",
      rated: Object.fromEntries(keys.map((key) => [key, given.get(key) ?? ""])) as Values["rated"],
    },
    toInput: ({ comments, overall, rated }: Values) => ({
      id: review.id,
      version: review.version,
      comments,
      overall,
      ratings: keys
        .filter((key) => rated[key])
        .map((criterion) => ({ criterion, rating: Number(rated[criterion]), note: "" })),
    }),
    onSuccess: () => {
      toast.success("Review saved");
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <div className="grid gap-3 sm:grid-cols-2">
        {keys.map((key) => (
          <Field key={key} name={`rated.${key}`} label={CRITERIA[key]}>
            <Select
              placeholder="Not rated"
              options={[5, 4, 3, 2, 1].map((n) => ({ value: String(n), label: `${n}, ${RATING_WORDS[n]}` }))}
              {...form.register(`rated.${key}`)}
            />
          </Field>
        ))}
        <Field name="overall" label="Overall, 1 to 5" hint="Blank: the mean of the criteria.">
          <Input inputMode="decimal" maxLength={4} {...form.register("overall")} />
        </Field>
      </div>
      <Field name="comments" label="Comments">
        <Textarea rows={5} maxLength={5000} {...form.register("comments")} />
      </Field>
      <SubmitButton>Save</SubmitButton>
    </Form>
  );
}
