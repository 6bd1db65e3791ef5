"use client";

import type { ReactNode } from "react";
import { dayWords } from "@/lib/staff/day-words";
import type { Rota, RotaCell, RotaDay, RotaRow } from "@/lib/staff/rota/queries";
import { cn } from "../../ui/cn";
import { useRegion } from "../../ui/region";
import { AwayBadge, showsHours } from "./cell-face";
import { ShiftChip } from "./shift-chip";

type WeekTableProps = {
  rota: Rota;
  today: string;
  /** How a cell is written; without it the rota is only read. */
  cell?: (row: RotaRow, day: RotaDay) => ReactNode;
};

/** A week of people by department: today marked, days on which the lab is shut named and hatched. */
export function WeekTable({ rota: { days, rows }, today, cell }: WeekTableProps) {
  const { locale } = useRegion();
  return (
    <div className="overflow-x-auto rounded-lg border bg-surface print:border-0">
      <table className="w-full min-w-4xl table-fixed border-separate border-spacing-0 text-sm print:min-w-0">
        <caption className="sr-only">Rota of the week from {days[0]?.day}</caption>
        <thead>
          <tr>
            <th scope="col" className="sticky left-0 z-10 w-44 border-b bg-surface px-3 py-2 text-left font-medium">
              Person
            </th>
            {days.map((day) => (
              <DayHead key={day.day} day={day} today={today} words={dayWords(day.day, locale)} />
            ))}
          </tr>
        </thead>
        {byDepartment(rows).map(([department, people]) => (
          <tbody key={department}>
            <tr>
              <th
                scope="rowgroup"
                colSpan={days.length + 1}
                className="border-b bg-sunken px-3 py-1 text-left text-xs font-medium text-muted"
              >
                {department}
              </th>
            </tr>
            {people.map((row) => (
              <tr key={row.userId}>
                <th
                  scope="row"
                  className="sticky left-0 z-10 border-b bg-surface px-3 py-1.5 text-left align-top font-medium break-words"
                >
                  {row.name}
                </th>
                {days.map((day) => (
                  <td
                    key={day.day}
                    className={cn(
                      "h-px border-b border-l p-0 align-top",
                      day.day === today && "bg-accent/5",
                      !day.works && "bg-sunken",
                    )}
                  >
                    {cell ? cell(row, day) : <CellFace row={row} day={day} />}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function DayHead({ day, today, words }: { day: RotaDay; today: string; words: string }) {
  const isToday = day.day === today;
  return (
    <th
      scope="col"
      aria-current={isToday ? "date" : undefined}
      className={cn(
        "border-b border-l px-2 py-1.5 text-left font-medium",
        isToday && "bg-accent/10",
        !day.works && "bg-sunken",
      )}
    >
      <span className="flex flex-col">
        <span className="whitespace-nowrap tabular-nums">{words}</span>
        <span className="truncate text-2xs font-normal text-muted" title={day.closing ?? undefined}>
          {[isToday && "Today", day.closing ? `Closed: ${day.closing}` : !day.works && "Closed"]
            .filter(Boolean)
            .join(" · ") || "\u00a0"}
        </span>
      </span>
    </th>
  );
}

/** What a person has on a day, to read. */
export function CellFace({ row, day }: { row: RotaRow; day: RotaDay }) {
  const cell = row.cells[day.day];
  return (
    <div className="flex flex-col gap-1 p-1.5">
      {cell && <Away cell={cell} />}
      {cell?.shifts.map((shift) => (
        <ShiftChip key={shift.id} shift={shift} of={`${row.name}, ${day.day}`} />
      ))}
    </div>
  );
}

/** Leave and exceptions of a day, and the weekly time where it still holds. */
export function Away({ cell }: { cell: RotaCell }) {
  return (
    <>
      <AwayBadge cell={cell} />
      {showsHours(cell) && (
        <span className="px-0.5 text-xs text-muted tabular-nums">
          {cell.hours?.from}–{cell.hours?.to}
        </span>
      )}
    </>
  );
}

/** Rows under the name of their department, in their order. */
export function byDepartment(rows: readonly RotaRow[]): [department: string, rows: RotaRow[]][] {
  const groups = new Map<string, RotaRow[]>();
  for (const row of rows) {
    const name = row.department ?? "No department";
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups];
}
