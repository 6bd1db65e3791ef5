"use client";

import { useRouter } from "next/navigation";
import { rateCase } from "@/lib/network/actions";
import type { AskedRating } from "@/lib/network/rating-queries";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { Textarea } from "../ui/input";
import { SegmentedControl } from "../ui/radio-group";
import { toast } from "../ui/toast";
import { PARTS, SCORE_WORDS } from "./score-words";

const SCORES = [1, 2, 3, 4, 5].map((n) => ({ value: String(n), label: String(n) }));
const text = (score: number | null) => (score === null ? "" : String(score));
const score = (value: string) => (value === "" ? null : Number(value));

/** One case rated: the overall score, and what was good or bad in particular if one likes. */
export function RatingForm({ rating, onDone }: { rating: AskedRating; onDone: () => void }) {
  const router = useRouter();
  const form = useActionForm(rateCase, {
    defaultValues: {
      overall: text(rating.overall),
      fit: text(rating.fit),
      contacts: text(rating.contacts),
      shade: text(rating.shade),
      timeliness: text(rating.timeliness),
      words: rating.words ?? "",
    },
    toInput: (values) => ({
      id: rating.id,
      overall: Number(values.overall),
      fit: score(values.fit),
      contacts: score(values.contacts),
      shade: score(values.shade),
      timeliness: score(values.timeliness),
      words: values.words,
    }),
    onSuccess: () => {
      toast.success("Thank you. The lab reads it.");
      onDone();
      router.refresh();
    },
  });
  const overall = form.watch("overall");
  return (
    <Form form={form} className="mt-3">
      <Field
        name="overall"
        label={`How did ${rating.patient} turn out?`}
        hint={overall ? SCORE_WORDS[Number(overall)] : "1 poor, 5 excellent"}
      >
        <SegmentedControl choices={SCORES} {...form.register("overall")} />
      </Field>
      {overall && (
        <>
          <div className="grid gap-3 sm:grid-cols-2">
            {PARTS.map(({ key, label }) => (
              <Field key={key} name={key} label={label}>
                <SegmentedControl choices={SCORES} {...form.register(key)} />
              </Field>
            ))}
          </div>
          <Field name="words" label="In words">
            <Textarea rows={2} {...form.register("words")} />
          </Field>
          <SubmitButton>Send rating</SubmitButton>
        </>
      )}
    </Form>
  );
}
