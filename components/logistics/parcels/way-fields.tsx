"use client";

import { METHOD_LABEL, METHODS, type Way } from "@/lib/logistics/carriers/way";
import { Field } from "../../forms/field";
import { RadioGroup } from "../../ui/radio-group";
import { Select } from "../../ui/select";

type WayFieldsProps = {
  way: Way;
  carriers: readonly { id: string; name: string }[];
  onChange: (way: Way) => void;
  /** Said at the parcel service. */
  error?: string;
};

/** How something goes: by driver, with which parcel service, or collected. */
export function WayFields({ way, carriers, onChange, error }: WayFieldsProps) {
  return (
    <div className="flex flex-col gap-3">
      <Field label="How it goes">
        <RadioGroup
          value={way.method}
          onValueChange={(method) => onChange({ ...way, method: method as Way["method"] })}
          choices={METHODS.map((value) => ({
            value,
            label: METHOD_LABEL[value],
            disabled: value === "carrier" && carriers.length === 0,
            hint:
              value === "carrier" && carriers.length === 0 ? "None yet. Add one under Settings, Carriers." : undefined,
          }))}
        />
      </Field>
      {way.method === "carrier" && (
        <Field label="Which parcel service" required error={error}>
          <Select
            placeholder="Choose…"
            value={way.carrierId ?? ""}
            onChange={(event) => onChange({ ...way, carrierId: event.target.value || null })}
            options={carriers.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
      )}
    </div>
  );
}
