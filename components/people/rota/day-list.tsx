"use client";

import { Plus } from "lucide-react";
import { dayWords } from "@/lib/staff/day-words";
import type { Rota } from "@/lib/staff/rota/queries";
import { Badge } from "../../ui/badge";
import { Button } from "../../ui/button";
import { cn } from "../../ui/cn";
import { useRegion } from "../../ui/region";
import { isRostered } from "./cell-face";
import { ShiftChip } from "./shift-chip";
import { Away, type OpenOf } from "./week-table";

type DayListProps = {
  rota: Rota;
  today: string;
  openOf?: OpenOf;
  /** Plans a shift on a day; without it the rota is only read. */
  onPlan?: (day: string) => void;
};

/** The rota day by day, for a phone: who has what on each day. */
export function DayList({ rota: { days, rows }, today, openOf, onPlan }: DayListProps) {
  const { locale } = useRegion();
  return (
    <ol aria-label="Rota by day" className="flex flex-col gap-3">
      {days.map(({ day, works, closing }) => {
        const there = rows.filter((row) => isRostered(row.cells[day]));
        return (
          <li key={day} className={cn("rounded-lg border bg-surface", day === today && "border-accent")}>
            <h2 className="flex items-center gap-2 border-b px-3 py-2 text-sm font-semibold">
              {dayWords(day, locale)}
              {day === today && <Badge tone="info">Today</Badge>}
              {!works && <Badge>{closing ? `Closed: ${closing}` : "Closed"}</Badge>}
              {onPlan && rows.length > 0 && (
                <Button
                  size="sm"
                  icon={<Plus />}
                  className="ml-auto"
                  aria-label={`Plan a shift, ${dayWords(day, locale)}`}
                  onClick={() => onPlan(day)}
                >
                  Shift
                </Button>
              )}
            </h2>
            {there.length === 0 ? (
              <p className="px-3 py-2 text-sm text-muted">Nobody</p>
            ) : (
              <ul className="divide-y">
                {there.map((row) => {
                  const cell = row.cells[day];
                  const open = openOf?.(row.userId, day);
                  return (
                    <li key={row.userId} className="flex items-start gap-3 px-3 py-2 text-sm">
                      <span className="min-w-0 flex-1">
                        <span className="block break-words">{row.name}</span>
                        <span className="block text-xs text-muted">{row.department}</span>
                      </span>
                      <span className="flex max-w-44 flex-col items-end gap-1">
                        {cell && <Away cell={cell} />}
                        {cell?.shifts.map((shift) => (
                          <ShiftChip
                            key={shift.id}
                            shift={shift}
                            of={`${row.name}, ${dayWords(day, locale)}`}
                            onOpen={open && (() => open(shift))}
                          />
                        ))}
                      </span>
                    </li>
                  );
                })}
              </ul>
            )}
          </li>
        );
      })}
    </ol>
  );
}
