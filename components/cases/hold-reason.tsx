"use client";

import { useState } from "react";
import { Field } from "@/components/forms/field";
import { Select } from "@/components/ui/select";
import type { ReasonChoice } from "@/lib/cases/reason";
import { groupedReasons } from "./reason-groups";

type HoldReasonProps = {
  reasons: readonly ReasonChoice[];
  /** The chosen reason of either level, or "". */
  value: string;
  onChange: (reasonId: string) => void;
};

/** Chooses a reason in two steps: what it is about, then what exactly, where the lab tells reasons apart there. */
export function HoldReason({ reasons, value, onChange }: HoldReasonProps) {
  const groups = groupedReasons(reasons);
  const holder = groups.find(({ own, under }) => own?.id === value || under.some(({ id }) => id === value));
  const [label, setLabel] = useState(holder?.label ?? "");
  const group = groups.find((one) => one.label === label);
  return (
    <>
      <Field name={group?.under.length ? "reasonGroup" : "reasonId"} label="Reason" required>
        <Select
          placeholder="Choose a reason"
          options={groups.map((one) => ({ value: one.label, label: one.label }))}
          value={label}
          onChange={(event) => {
            const next = groups.find((one) => one.label === event.target.value);
            setLabel(event.target.value);
            onChange(next && next.under.length === 0 ? (next.own?.id ?? "") : "");
          }}
        />
      </Field>
      {group && group.under.length > 0 && (
        <Field name="reasonId" label={`${group.label}: what exactly`} required>
          <Select
            placeholder="Choose what it is"
            options={[
              ...group.under.map((reason) => ({ value: reason.id, label: reason.label })),
              ...(group.own ? [{ value: group.own.id, label: "Something else" }] : []),
            ]}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        </Field>
      )}
    </>
  );
}
