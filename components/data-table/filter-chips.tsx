"use client";

import { X } from "lucide-react";
import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";

export type FilterChip = { param: string; label: string };

/** What the list is narrowed to, each with a cross that takes it off the address; nothing when it is not narrowed. */
export function FilterChips({ chips }: { chips: readonly FilterChip[] }) {
  const pathname = usePathname();
  const params = useSearchParams();
  const there = chips.filter(({ param }) => params.has(param));
  if (there.length === 0) return null;
  const without = (names: readonly string[]) => {
    const next = new URLSearchParams(params);
    for (const name of [...names, "after", "before"]) next.delete(name);
    return next.size > 0 ? `${pathname}?${next}` : pathname;
  };
  const chip =
    "inline-flex h-control-sm max-w-full items-center gap-1 rounded-full border border-line-strong/60 bg-surface pr-1.5 pl-2.5 text-xs hover:bg-hover";
  return (
    <ul aria-label="Filters" data-print="hide" className="flex flex-wrap items-center gap-1.5 border-b px-3 py-1.5">
      {there.map(({ param, label }) => (
        <li key={param} className="min-w-0">
          <Link
            href={without([param])}
            replace
            scroll={false}
            prefetch={false}
            aria-label={`${label}: take this filter off`}
            className={chip}
          >
            <span className="truncate">{label}</span>
            <X aria-hidden className="size-3.5 shrink-0 text-muted" />
          </Link>
        </li>
      ))}
      {there.length > 1 && (
        <li>
          <Link
            href={without(there.map(({ param }) => param))}
            replace
            scroll={false}
            prefetch={false}
            className="px-1.5 text-xs text-accent-text underline-offset-2 hover:underline"
          >
            Clear all
          </Link>
        </li>
      )}
    </ul>
  );
}
