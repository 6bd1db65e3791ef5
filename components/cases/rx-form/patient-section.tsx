"use client";

import { useRef, useState } from "react";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { useRx } from "./rx-context";
import type { RxValues } from "./rx-values";
import { SaidField } from "./said-field";

const SEXES = [
  { value: "female", label: "Female" },
  { value: "male", label: "Male" },
  { value: "other", label: "Other" },
  { value: "unknown", label: "Not known" },
];

/** Whom it is for: the practice's own reference; what is known of it already fills the blanks. */
export function PatientFields() {
  const { values, set, terms, actions } = useRx();
  const { patient } = values;
  const [known, setKnown] = useState<string | null>(null);
  const asked = useRef("");
  const change = (changes: Partial<RxValues["patient"]>) => set({ patient: { ...patient, ...changes } });
  const latest = useRef(patient);
  latest.current = patient;

  const lookUp = async () => {
    const reference = patient.reference.trim();
    if (!reference || reference === asked.current || reference.length > 60) return;
    asked.current = reference;
    const result = await actions.lookUpPatient({ practiceId: terms.practice.id, reference }).catch(() => null);
    if (!result?.ok || latest.current.reference.trim() !== reference) return;
    const found = result.data;
    setKnown(found && `Known: ${found.cases} earlier ${found.cases === 1 ? "case" : "cases"}`);
    if (!found) return;
    const now = latest.current;
    change({
      ...now,
      fullName: now.fullName || (found.fullName ?? ""),
      sex: now.sex || (found.sex ?? ""),
      birthYear: now.birthYear || (found.birthYear ? String(found.birthYear) : ""),
      allergies: now.allergies || (found.allergies ?? ""),
    });
  };

  return (
    <div className="grid grid-cols-2 gap-3 md:grid-cols-4">
      <SaidField
        name="patient.reference"
        label="Patient reference"
        required
        aside={known}
        className="col-span-2"
        remind={values.items.length > 0}
      >
        <Input
          value={patient.reference}
          onChange={(event) => {
            setKnown(null);
            change({ reference: event.target.value });
          }}
          onBlur={lookUp}
          autoComplete="off"
          placeholder="Name or code your practice uses"
        />
      </SaidField>
      <SaidField name="patient.fullName" label="Name" aside="optional" className="col-span-2">
        <Input value={patient.fullName} onChange={(e) => change({ fullName: e.target.value })} autoComplete="off" />
      </SaidField>
      <SaidField name="patient.sex" label="Sex" aside="optional">
        <Select
          placeholder="Not given"
          options={SEXES}
          value={patient.sex}
          onChange={(event) => change({ sex: event.target.value })}
        />
      </SaidField>
      <SaidField name="patient.birthYear" label="Birth year" aside="optional">
        <Input
          inputMode="numeric"
          maxLength={4}
          value={patient.birthYear}
          onChange={(e) => change({ birthYear: e.target.value })}
          autoComplete="off"
        />
      </SaidField>
      <SaidField name="patient.allergies" label="Allergies" aside="optional" className="col-span-2">
        <Input
          value={patient.allergies}
          onChange={(e) => change({ allergies: e.target.value })}
          placeholder="Metals, acrylics …"
          autoComplete="off"
        />
      </SaidField>
    </div>
  );
}
