"use client";

import { Checkbox } from "@/components/ui/checkbox";

type ItemChoiceProps = {
  legend: string;
  items: readonly { id: string; name: string }[];
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
};

/** Chooses items of a case. */
export function ItemChoice({ legend, items, chosen, onChange }: ItemChoiceProps) {
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{legend}</legend>
      {items.map(({ id, name }) => (
        <Checkbox
          key={id}
          label={name}
          checked={chosen.includes(id)}
          onChange={() => onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])}
        />
      ))}
    </fieldset>
  );
}
