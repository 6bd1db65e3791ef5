"use client";

import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { cn } from "../ui/cn";
import { type Sort, sortQuery } from "./sort";

type SortHeaderProps = { header: string; sortKey: string; param: string; current: Sort | null; numeric?: boolean };

/** The words of a sortable header: a link to the same list in another order. */
export function SortHeader({ header, sortKey, param, current, numeric }: SortHeaderProps) {
  const query = useSearchParams().toString();
  const active = current?.key === sortKey;
  const Arrow = !active ? ChevronsUpDown : current.descending ? ArrowDown : ArrowUp;
  return (
    <Link
      href={sortQuery(query, param, sortKey, current)}
      replace
      scroll={false}
      prefetch={false}
      className={cn(
        "group -mx-1 inline-flex h-8 items-center gap-1 rounded-sm px-1 hover:text-fg",
        active && "text-fg",
      )}
    >
      {header}
      <Arrow
        aria-hidden
        className={cn(
          "size-3.5 shrink-0",
          !active && "opacity-0 group-hover:opacity-60 group-focus-visible:opacity-60",
          numeric && "-order-1",
        )}
      />
    </Link>
  );
}
