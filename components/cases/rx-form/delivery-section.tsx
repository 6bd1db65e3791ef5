"use client";

import { Field } from "@/components/forms/field";
import { Button } from "@/components/ui/button";
import { dateText } from "@/components/ui/date-text";
import { DateInput, Textarea } from "@/components/ui/input";
import { SegmentedControl } from "@/components/ui/radio-group";
import { useRegion } from "@/components/ui/region";
import { addWorkingDays } from "@/lib/cases/due-date";
import { reasonWords } from "@/lib/cases/due-words";
import { URGENCIES, URGENCY_LABEL } from "@/lib/cases/vocabulary";
import { useRx } from "./rx-context";
import type { RxValues } from "./rx-values";
import { SaidField } from "./said-field";
import type { PlanSoFar } from "./use-plan";

/** How it arrives, how fast it is needed and when; the earliest day with its reason. */
export function DeliveryFields({ soFar }: { soFar: PlanSoFar }) {
  const { values, set } = useRx();
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Impression" hint={IMPRESSION_HINT[values.impression]}>
          <SegmentedControl
            className="w-full"
            name="impression"
            value={values.impression}
            onValueChange={(value) => set({ impression: value as RxValues["impression"] })}
            choices={[
              { value: "digital_scan", label: "Digital scan" },
              { value: "physical", label: "Physical" },
            ]}
          />
        </Field>
        <Field label="Urgency" hint={URGENCY_HINT[values.urgency]}>
          <SegmentedControl
            className="w-full"
            name="urgency"
            value={values.urgency}
            onValueChange={(value) => set({ urgency: value as RxValues["urgency"] })}
            choices={URGENCIES.map((value) => ({ value, label: URGENCY_LABEL[value] }))}
          />
        </Field>
      </div>
      <WantedDay soFar={soFar} />
      <SaidField name="instructions" label="Instructions" aside="optional">
        <Textarea
          value={values.instructions}
          maxLength={5000}
          placeholder="Contacts, occlusion, characterisation, anything the technician should know"
          onChange={(event) => set({ instructions: event.target.value })}
        />
      </SaidField>
    </div>
  );
}

const IMPRESSION_HINT = {
  digital_scan: "Add the scan files below.",
  physical: "It has to be brought to the lab: one more day.",
};
const URGENCY_HINT = {
  standard: "The lab's usual days.",
  rush: "The lab's rush days; a surcharge may apply.",
  emergency: "The lab's rush days, before all others; a surcharge may apply.",
};

function WantedDay({ soFar }: { soFar: PlanSoFar }) {
  const { values, set, terms, missing, tried } = useRx();
  const { locale } = useRegion();
  if (!soFar) {
    return <p className="text-sm text-muted">Pick what is to be made to see the earliest day it can be with you.</p>;
  }
  const { plan, refusal } = soFar;
  const picks = [
    { day: "", words: `Earliest: ${dateText(plan.dueOn, "day", locale, "UTC")}` },
    ...[2, 5].map((days) => {
      const day = addWorkingDays(plan.dueOn, days, terms.calendar);
      return { day, words: dateText(day, "day", locale, "UTC") };
    }),
  ];
  return (
    <Field
      name="wantedOn"
      label="Wanted at the practice"
      error={refusal || tried ? missing.get("wantedOn") : undefined}
      hint={
        <>
          Earliest <b className="font-semibold text-fg">{dateText(plan.dueOn, "day", locale, "UTC")}</b>.{" "}
          {reasonWords(plan, locale)}
        </>
      }
    >
      <div className="flex flex-wrap items-center gap-2">
        {picks.map(({ day, words }) => (
          <Button
            key={day}
            aria-pressed={values.wantedOn === day}
            variant={values.wantedOn === day ? "primary" : "secondary"}
            onClick={() => set({ wantedOn: day })}
          >
            {words}
          </Button>
        ))}
        <DateInput
          className="w-44"
          min={plan.dueOn}
          value={values.wantedOn}
          onChange={(event) => set({ wantedOn: event.target.value })}
        />
      </div>
    </Field>
  );
}
