"use client";

import { useEffect, useState } from "react";
import { FilterRange } from "@/components/data-table/filter-range";
import { useFilter } from "@/components/data-table/use-filter";
import type { ServerAction } from "@/components/forms/action-result";
import { Field } from "@/components/forms/field";
import { Checkbox } from "@/components/ui/checkbox";
import { Combobox } from "@/components/ui/combobox";
import { Select } from "@/components/ui/select";
import type { Choice, FilterChoices } from "@/lib/cases/filter-choices";
import { CASE_STATUS_LABEL, MATERIAL_LABEL, PROCEDURE_LABEL, STAGE_LABEL, URGENCY_LABEL } from "@/lib/cases/vocabulary";

const choices = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }));
const STATUSES = choices({ open: "All open", moving: "Open, not on hold", ...CASE_STATUS_LABEL });
const AHEAD = [
  { value: "..-1d", label: "Before today" },
  { value: "0d", label: "Today" },
  { value: "1d", label: "Tomorrow" },
  { value: "0d..7d", label: "In the next 7 days" },
  { value: "0d..30d", label: "In the next 30 days" },
];
const PAST = [
  { value: "0d", label: "Today" },
  { value: "-6d..0d", label: "In the last 7 days" },
  { value: "-29d..0d", label: "In the last 30 days" },
  { value: "-364d..0d", label: "In the last year" },
];

type FilterPanelProps = {
  lab: boolean;
  load: ServerAction<Record<string, never>, FilterChoices>;
};

/** Every filter of the case list. Each takes effect at once and stands in the address. */
export function FilterPanel({ lab, load }: FilterPanelProps) {
  const [known, setKnown] = useState<FilterChoices>({ practices: [], dentists: [], departments: [], people: [] });
  useEffect(() => {
    void load({}).then((found) => found.ok && setKnown(found.data));
  }, [load]);
  const people = [{ value: "me", label: "Me" }, { value: "nobody", label: "Nobody yet" }, ...known.people];
  return (
    <div className="flex flex-col gap-4">
      <Choose label="Status" param="status" options={STATUSES} all="Any status" />
      <Choose label="Stands at" param="stage" options={choices(STAGE_LABEL)} all="Any stage" />
      {lab && <Choose label="Department" param="department" options={known.departments} all="Any department" />}
      {lab && <Choose label="Assigned to" param="assigned" options={people} all="Anyone" />}
      {lab && <Flag label="Late: its ship-by day is over" param="late" />}
      <Choose label="Urgency" param="urgency" options={choices(URGENCY_LABEL)} all="Any urgency" />
      {lab && <Find label="Practice" param="practice" options={known.practices} />}
      <Find label="Dentist" param="dentist" options={known.dentists} />
      <Choose label="Work" param="procedure" options={choices(PROCEDURE_LABEL)} all="Any work" />
      <Choose label="Material" param="material" options={choices(MATERIAL_LABEL)} all="Any material" />
      <FilterRange label="Due" param="due" presets={AHEAD} />
      {lab && <FilterRange label="Ship by" param="ship" presets={AHEAD} />}
      <FilterRange label="Submitted" param="created" presets={PAST} />
      <Flag label="Remakes only" param="remakes" />
    </div>
  );
}

type One = { label: string; param: string };

function Choose({ label, param, options, all }: One & { options: readonly Choice[]; all: string }) {
  const { value, set, pending } = useFilter(param);
  return (
    <Field label={label}>
      <Select
        aria-busy={pending}
        placeholder={all}
        options={options}
        value={value}
        onChange={(event) => set(event.target.value)}
      />
    </Field>
  );
}

function Find({ label, param, options }: One & { options: readonly Choice[] }) {
  const { value, set } = useFilter(param);
  return (
    <Field label={label}>
      <Combobox
        options={options}
        value={value}
        onValueChange={set}
        placeholder={`Any ${label.toLowerCase()}`}
        clearable
      />
    </Field>
  );
}

function Flag({ label, param }: One) {
  const { value, set } = useFilter(param);
  return <Checkbox label={label} checked={value === "1"} onChange={(event) => set(event.target.checked ? "1" : "")} />;
}
