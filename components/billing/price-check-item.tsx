import type { ReactNode } from "react";
import { MATERIAL_LABEL, MATERIALS, PROCEDURE_LABEL, PROCEDURE_TYPES } from "@/lib/cases/vocabulary";
import { Field } from "../forms/field";
import { Input } from "../ui/input";
import { Select } from "../ui/select";

/** An item of a sample case as it is being written. */
export type SampleItem = { key: string; procedureType: string; material: string; units: string; arches: string };

const PROCEDURES = PROCEDURE_TYPES.map((value) => ({ value, label: PROCEDURE_LABEL[value] }));
const MATERIAL_CHOICES = MATERIALS.map((value) => ({ value, label: MATERIAL_LABEL[value] }));
const ARCHES = [
  { value: "1", label: "1" },
  { value: "2", label: "2" },
];

type ItemProps = {
  item: SampleItem;
  position: number;
  onChange: (change: Partial<SampleItem>) => void;
  remove: ReactNode;
};

/** What is made, of what, and how much of it. */
export function PriceCheckItem({ item, position, onChange, remove }: ItemProps) {
  return (
    <li className="rounded-lg border p-3">
      <fieldset className="grid grid-cols-2 items-end gap-3 sm:grid-cols-[2fr_2fr_5rem_5rem_auto]">
        <legend className="sr-only">Item {position}</legend>
        <Field label="For" className="max-sm:col-span-2">
          <Select
            options={PROCEDURES}
            value={item.procedureType}
            onChange={(event) => onChange({ procedureType: event.target.value })}
          />
        </Field>
        <Field label="Material" className="max-sm:col-span-2">
          <Select
            options={MATERIAL_CHOICES}
            placeholder="None said"
            value={item.material}
            onChange={(event) => onChange({ material: event.target.value })}
          />
        </Field>
        <Field label="Units">
          <Input inputMode="numeric" value={item.units} onChange={(event) => onChange({ units: event.target.value })} />
        </Field>
        <Field label="Arches">
          <Select options={ARCHES} value={item.arches} onChange={(event) => onChange({ arches: event.target.value })} />
        </Field>
        {remove}
      </fieldset>
    </li>
  );
}
