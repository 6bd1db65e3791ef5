"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTransition } from "react";
import { cn } from "../ui/cn";
import { type Option, Select } from "../ui/select";

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
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const [pending, startTransition] = useTransition();
  const choose = (value: string) => {
    const next = new URLSearchParams(params);
    if (value) next.set(param, value);
    else next.delete(param);
    next.delete("after");
    next.delete("before");
    startTransition(() => router.replace(next.size > 0 ? `${pathname}?${next}` : pathname, { scroll: false }));
  };
  return (
    <Select
      aria-label={label}
      aria-busy={pending}
      placeholder={all ?? `Any ${label.toLowerCase()}`}
      options={options}
      value={params.get(param) ?? ""}
      onChange={(event) => choose(event.target.value)}
      className={cn("w-auto min-w-32 max-sm:flex-1", className)}
    />
  );
}
