"use client";

import { Field } from "@/components/forms/field";
import { dateText } from "@/components/ui/date-text";
import { moneyText } from "@/components/ui/money-text";
import { RadioGroup } from "@/components/ui/radio-group";
import { useRegion } from "@/components/ui/region";
import type { RushSurcharge } from "@/lib/billing/rush-surcharge";
import type { Promised } from "@/lib/cases/promise-date";
import { URGENCIES, URGENCY_LABEL, type Urgency } from "@/lib/cases/vocabulary";

type UrgencyChoiceProps = {
  value: Urgency;
  onValueChange: (urgency: Urgency) => void;
  /** The day of each, once something is picked. */
  byUrgency: Record<Urgency, Promised> | null;
  surcharge: RushSurcharge | null;
  passesQueue: boolean;
};

/** How fast: each with its earliest day and what it costs more. */
export function UrgencyChoice({ value, onValueChange, byUrgency, surcharge, passesQueue }: UrgencyChoiceProps) {
  const { locale } = useRegion();
  const price = surcharge && moneyText(surcharge.amount, surcharge.currency, locale);
  const added =
    surcharge === null
      ? "a surcharge may apply"
      : `${surcharge.amount === "0.00" ? "no surcharge" : `+ ${price}`}${surcharge.unpriced > 0 ? ", some items without a price yet" : ""}`;
  const rule = {
    standard: "the lab's usual days",
    rush: passesQueue ? `passes standard work, ${added}` : `the lab's rush days, ${added}`,
    emergency: passesQueue ? `passes all other work, ${added}` : `the lab's rush days, ${added}`,
  };
  return (
    <Field label="Urgency">
      <RadioGroup
        name="urgency"
        className="grid gap-x-4 sm:grid-cols-3"
        value={value}
        onValueChange={(chosen) => onValueChange(chosen as Urgency)}
        choices={URGENCIES.map((urgency) => ({
          value: urgency,
          label: (
            <>
              {URGENCY_LABEL[urgency]}
              {byUrgency && (
                <b className="font-semibold tabular-nums">
                  {" · "}
                  {dateText(byUrgency[urgency].dueOn, "day", locale, "UTC")}
                </b>
              )}
            </>
          ),
          hint: rule[urgency],
        }))}
      />
    </Field>
  );
}
