"use client";

import { Field } from "@/components/forms/field";
import { Button } from "@/components/ui/button";
import { dateText } from "@/components/ui/date-text";
import { DateInput } from "@/components/ui/input";
import { useRegion } from "@/components/ui/region";
import { addDays } from "@/lib/cases/due-date";
import type { Promised } from "@/lib/cases/promise-date";
import { nextHandover } from "@/lib/cases/promise-days";
import type { PromiseTerms } from "@/lib/cases/promise-terms";

type WantedDayProps = {
  /** "" for the earliest. */
  value: string;
  onValueChange: (day: string) => void;
  promised: Promised;
  terms: PromiseTerms;
  /** Why the chosen day cannot be. */
  error?: string;
};

/** The day it is wanted: the earliest, one of the next on which it can be handed over, or any later one. */
export function WantedDay({ value, onValueChange, promised, terms, error }: WantedDayProps) {
  const { locale } = useRegion();
  const words = (day: string) => dateText(day, "day", locale, "UTC");
  const open = (from: string) => nextHandover(from, terms.calendar, terms.practice).day;
  const offered = [open(addDays(promised.dueOn, 1))];
  for (const more of [2, 6]) offered.push(open(addDays(offered.at(-1) ?? promised.dueOn, more)));
  const instead = error && value > promised.dueOn ? open(value) : "";
  const picks = [
    { day: "", words: `Earliest: ${words(promised.dueOn)}` },
    ...offered.map((day) => ({ day, words: words(day) })),
  ];
  return (
    <Field name="wantedOn" label="Wanted at the practice" error={error}>
      <div className="flex flex-wrap items-center gap-2">
        {picks.map(({ day, words }) => (
          <Button
            key={day}
            aria-pressed={value === day}
            variant={value === day ? "primary" : "secondary"}
            onClick={() => onValueChange(day)}
          >
            {words}
          </Button>
        ))}
        <DateInput
          className="w-44"
          min={promised.dueOn}
          max={addDays(promised.today, 366)}
          value={value}
          onChange={(event) => onValueChange(event.target.value)}
        />
        {instead && instead !== value && !picks.some(({ day }) => day === instead) && (
          <Button onClick={() => onValueChange(instead)}>Take {words(instead)}</Button>
        )}
      </div>
    </Field>
  );
}
