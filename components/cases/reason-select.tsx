"use client";

import type { ComponentProps } from "react";
import { Select } from "@/components/ui/select";
import type { ReasonChoice } from "@/lib/cases/reason";

type Group = { label: string; own: ReasonChoice | undefined; under: ReasonChoice[] };

/** Chooses one of the lab's reasons; those of two levels stand under their first. */
export function ReasonSelect({
  reasons,
  ...rest
}: ComponentProps<typeof Select> & { reasons: readonly ReasonChoice[] }) {
  const groups = new Map<string, Group>();
  for (const reason of reasons) {
    const label = reason.group ?? reason.label;
    const group = groups.get(label) ?? { label, own: undefined, under: [] };
    if (reason.group) group.under.push(reason);
    else group.own = reason;
    groups.set(label, group);
  }
  return (
    <Select placeholder="Choose a reason" {...rest}>
      {[...groups.values()].map(({ label, own, under }) =>
        under.length === 0 ? (
          <option key={label} value={own?.id}>
            {label}
          </option>
        ) : (
          <optgroup key={label} label={label}>
            {under.map((reason) => (
              <option key={reason.id} value={reason.id}>
                {reason.label}
              </option>
            ))}
            {own && <option value={own.id}>{`${label}, something else`}</option>}
          </optgroup>
        ),
      )}
    </Select>
  );
}
