"use client";

import { useMemo } from "react";
import { PromiseReason } from "@/components/cases/promise/promise-reason";
import { PromiseStrip } from "@/components/cases/promise/promise-strip";
import { UrgencyChoice } from "@/components/cases/promise/urgency-choice";
import { WantedDay } from "@/components/cases/promise/wanted-day";
import { Field } from "@/components/forms/field";
import { Textarea } from "@/components/ui/input";
import { SegmentedControl } from "@/components/ui/radio-group";
import { type PracticeRushTerms, rushSurcharge, rushTermsFor } from "@/lib/billing/rush-surcharge";
import { unitsOf } from "@/lib/cases/completeness";
import type { Arch, Material } from "@/lib/cases/vocabulary";
import { useRx } from "./rx-context";
import type { RxValues } from "./rx-values";
import { SaidField } from "./said-field";
import type { PlanSoFar } from "./use-plan";

type DeliveryFieldsProps = { soFar: PlanSoFar; rush: PracticeRushTerms };

/** How it arrives, how fast it is needed and when; the earliest day with its reason, and what rushing costs. */
export function DeliveryFields({ soFar, rush }: DeliveryFieldsProps) {
  const { values, set, terms, missing, tried } = useRx();
  const surcharge = useMemo(
    () => rushSurcharge(pricedItems(values.items), rushTermsFor(rush, values.dentistId)),
    [values.items, values.dentistId, rush],
  );
  return (
    <div className="flex flex-col gap-4">
      <Field label="Impression" hint={IMPRESSION_HINT[values.impression]}>
        <SegmentedControl
          className="w-full sm:w-80"
          name="impression"
          value={values.impression}
          onValueChange={(value) => set({ impression: value as RxValues["impression"] })}
          choices={[
            { value: "digital_scan", label: "Digital scan" },
            { value: "physical", label: "Physical" },
          ]}
        />
      </Field>
      <UrgencyChoice
        value={values.urgency}
        onValueChange={(urgency) => set({ urgency, wantedOn: "" })}
        byUrgency={soFar?.byUrgency ?? null}
        surcharge={surcharge}
        passesQueue={terms.promise.rushPassesQueue}
      />
      {soFar ? (
        <>
          <PromiseReason promised={soFar.plan} />
          <PromiseStrip promised={soFar.plan} terms={terms.promise} />
          <WantedDay
            value={values.wantedOn}
            onValueChange={(wantedOn) => set({ wantedOn })}
            promised={soFar.plan}
            terms={terms.promise}
            error={soFar.refusal || tried ? missing.get("wantedOn") : undefined}
          />
        </>
      ) : (
        <p className="text-sm text-muted">Pick what is to be made to see the earliest day it can be with you.</p>
      )}
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

const pricedItems = (items: RxValues["items"]) =>
  items.map(({ key, procedureType, material, arch, teeth }) => {
    const item = {
      procedureType,
      material: (material || null) as Material | null,
      arch: (arch || null) as Arch | null,
    };
    return { ...item, id: key, teeth: teeth.map((t) => t.tooth), units: unitsOf({ ...item, teeth }) };
  });
