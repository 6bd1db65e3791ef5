"use client";

import { useState } from "react";
import { Field } from "../forms/field";
import { DateInput } from "../ui/input";
import { Select } from "../ui/select";
import { useFilter } from "./use-filter";

type FilterRangeProps = {
  label: string;
  /** Name in the address; the value is `first..last`, each a day or empty, or one of the presets. */
  param: string;
  presets: readonly { value: string; label: string }[];
};

const BETWEEN = "between";

/** Narrows the list to a range of days kept in the address: one of some, or between two days. */
export function FilterRange({ label, param, presets }: FilterRangeProps) {
  const { value, set, pending } = useFilter(param);
  const preset = presets.some((one) => one.value === value);
  const [between, setBetween] = useState(value !== "" && !preset);
  const [first = "", last = ""] = preset ? [] : value.split("..");
  const choose = (next: string) => {
    setBetween(next === BETWEEN);
    if (next !== BETWEEN) set(next);
  };
  const put = (from: string, to: string) => set(from || to ? `${from}..${to}` : "");
  return (
    <div className="flex flex-col gap-2">
      <Field label={label}>
        <Select
          aria-busy={pending}
          placeholder="Any day"
          options={[...presets, { value: BETWEEN, label: "Between two days" }]}
          value={between ? BETWEEN : value}
          onChange={(event) => choose(event.target.value)}
        />
      </Field>
      {between && (
        <div className="grid grid-cols-2 gap-2">
          <Field label={`${label}, from`}>
            <DateInput key={`from ${first}`} defaultValue={first} onChange={(event) => put(event.target.value, last)} />
          </Field>
          <Field label={`${label}, to`}>
            <DateInput key={`to ${last}`} defaultValue={last} onChange={(event) => put(first, event.target.value)} />
          </Field>
        </div>
      )}
    </div>
  );
}
