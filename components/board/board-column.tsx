import Link from "next/link";
import type { ReactNode } from "react";
import { STAGE_LABEL } from "@/lib/cases/vocabulary";
import type { BoardColumn } from "@/lib/reports/board";
import { StatusBadge } from "../ui/badge";
import { cn } from "../ui/cn";

type ColumnFaceProps = {
  column: BoardColumn;
  /** The address that shows more of this column's cards. */
  moreHref: string;
  tone?: "allowed" | "refused" | null;
  /** What stands under the cards. */
  foot?: ReactNode;
  children: ReactNode;
};

/** One stage of the board: its counts against what its departments can do in a day, then its cards. */
export function ColumnFace({ column, moreHref, tone, foot, children }: ColumnFaceProps) {
  const name = STAGE_LABEL[column.stage];
  const more = column.cases - column.cards.length;
  const { units, capacity } = column;
  return (
    <section
      aria-label={name}
      className={cn(
        "flex min-h-24 min-w-0 flex-1 flex-col rounded-lg border bg-sunken",
        tone === "allowed" && "border-success-line bg-success-bg",
        tone === "refused" && "border-danger-line bg-danger-bg",
      )}
    >
      <header className="border-b px-3 py-2">
        <div className="flex items-baseline justify-between gap-2">
          <h2 className="truncate text-sm font-semibold">
            <Link href={`/cases?stage=${column.stage}&sort=ship`} className="hover:underline">
              {name}
            </Link>
          </h2>
          <span className="text-lg font-semibold tabular-nums">{column.cases}</span>
        </div>
        <p className="text-xs text-muted tabular-nums">
          {column.items} {column.items === 1 ? "item" : "items"}, {column.working} in work
        </p>
        {capacity !== null && (
          <p className={cn("text-xs tabular-nums", units > capacity ? "font-medium text-warning-text" : "text-muted")}>
            {units} of {capacity} units a day
          </p>
        )}
        <p className="mt-1 flex min-h-5 flex-wrap gap-1">
          {column.late > 0 && <StatusBadge tone="danger">{column.late} late</StatusBadge>}
          {column.today > 0 && <StatusBadge tone="warning">{column.today} today</StatusBadge>}
          {column.cases > 0 && column.late + column.today === 0 && <StatusBadge tone="success">On time</StatusBadge>}
        </p>
      </header>
      {children}
      {more > 0 && (
        <Link
          href={moreHref}
          scroll={false}
          replace
          className="flex min-h-control items-center px-3 text-xs text-accent-text hover:underline"
        >
          Show {more} more
        </Link>
      )}
      {foot}
    </section>
  );
}
