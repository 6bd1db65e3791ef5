"use client";

import { cn } from "../ui/cn";
import { type Option, Select } from "../ui/select";
import { useFilter } from "./use-filter";

type FilterSelectProps = {
  label: string;
  /** Name in the address. */
  param: string;
  options: readonly Option[];
  /** Words for "no filter". */
  all?: string;
  className?: string;
};

/** Narrows the list by one value kept in the address. */
export function FilterSelect({ label, param, options, all, className }: FilterSelectProps) {
  const { value, set, pending } = useFilter(param);
  return (
    <Select
      aria-label={label}
      aria-busy={pending}
      placeholder={all ?? `Any ${label.toLowerCase()}`}
      options={options}
      value={value}
      onChange={(event) => set(event.target.value)}
      className={cn("w-auto min-w-32 max-sm:flex-1", className)}
    />
  );
}
