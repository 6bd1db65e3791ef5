"use client";

import type { UseFormRegisterReturn } from "react-hook-form";
import { type PracticeRight, RIGHT_HINT, RIGHT_LABEL } from "@/lib/access/people/rights";
import { Checkbox } from "../ui/checkbox";

/** The rights of a person of a practice, to tick; for a form whose value is a list of them. */
export function RightFields({
  register,
  given,
  offered,
}: {
  register: UseFormRegisterReturn;
  given: readonly PracticeRight[];
  offered: readonly PracticeRight[];
}) {
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">May</legend>
      {offered.map((right) => (
        <Checkbox
          key={right}
          label={RIGHT_LABEL[right]}
          hint={RIGHT_HINT[right]}
          value={right}
          defaultChecked={given.includes(right)}
          {...register}
        />
      ))}
      <p className="text-xs text-muted">Everyone who acts for the practice sees its cases.</p>
    </fieldset>
  );
}
