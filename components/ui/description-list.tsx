import type { ReactNode } from "react";
import { cn } from "./cn";

export type Description = { term: string; value: ReactNode; wide?: boolean };

/** Names and values. An empty value shows as a dash. `columns` counts on a wide screen; `wide` items take a whole row. */
export function DescriptionList({
  items,
  columns = 2,
  className,
}: {
  items: readonly Description[];
  columns?: 1 | 2 | 3;
  className?: string;
}) {
  const grid = { 1: "grid-cols-1", 2: "grid-cols-2", 3: "grid-cols-2 lg:grid-cols-3" }[columns];
  return (
    <dl className={cn("grid gap-x-6 gap-y-3", grid, className)}>
      {items.map((item) => (
        <div key={item.term} className={cn("min-w-0", item.wide && "col-span-full")}>
          <dt className="text-xs text-muted">{item.term}</dt>
          <dd className="text-sm break-words">{item.value ?? <span className="text-muted">–</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
