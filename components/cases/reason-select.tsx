"use client";

import type { ComponentProps } from "react";
import { Select } from "@/components/ui/select";
import type { ReasonChoice } from "@/lib/cases/reason";
import { groupedReasons } from "./reason-groups";

/** Chooses one of the lab's reasons; those of two levels stand under their first. */
export function ReasonSelect({
  reasons,
  ...rest
}: ComponentProps<typeof Select> & { reasons: readonly ReasonChoice[] }) {
  return (
    <Select placeholder="Choose a reason" {...rest}>
      {groupedReasons(reasons).map(({ label, own, under }) =>
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
