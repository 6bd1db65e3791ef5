"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { Select } from "../ui/select";
import type { Column } from "./column";
import type { Sort } from "./sort";

type SortSelectProps<Row> = { columns: readonly Column<Row>[]; param: string; current: Sort | null };

/** Chooses the order on a phone, where there are no headers to press. */
export function SortSelect<Row>({ columns, param, current }: SortSelectProps<Row>) {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const options = columns
    .filter((column) => column.sort)
    .flatMap(({ sort, header }) => [
      { value: `${sort}`, label: `${header}, lowest first` },
      { value: `-${sort}`, label: `${header}, highest first` },
    ]);
  if (options.length === 0) return null;
  const choose = (value: string) => {
    const next = new URLSearchParams(params);
    next.set(param, value);
    next.delete("after");
    next.delete("before");
    router.replace(`${pathname}?${next}`, { scroll: false });
  };
  return (
    <Select
      aria-label="Order"
      className="w-auto flex-1 sm:hidden"
      options={options}
      value={current ? `${current.descending ? "-" : ""}${current.key}` : ""}
      placeholder={current ? undefined : "Order"}
      onChange={(event) => choose(event.target.value)}
    />
  );
}
