"use client";

import type { ReactNode } from "react";
import type { Rota, RotaDay, RotaRow } from "@/lib/staff/rota/queries";
import { cn } from "../../ui/cn";

type RotaTableProps = {
  rota: Rota;
  today: string;
  caption: string;
  /** Many narrow days, as of a month. */
  narrow?: boolean;
  head: (day: RotaDay) => ReactNode;
  /** What the head of a day is called where its face is too short to say it. */
  headLabel?: (day: RotaDay) => string;
  cell: (row: RotaRow, day: RotaDay) => ReactNode;
  children?: ReactNode;
};

/** People by department down, days across: today tinted, days on which the lab is shut greyed; the names stay while it is scrolled. */
export function RotaTable({ rota, today, caption, narrow, head, headLabel, cell, children }: RotaTableProps) {
  const { days, rows } = rota;
  const padding = narrow ? "px-2 py-1" : "px-3 py-1.5";
  const ground = ({ day, works }: RotaDay) => (day === today ? "bg-accent/10" : works ? undefined : "bg-sunken");
  return (
    // Relative, so that words for screen readers alone stay inside when it is scrolled.
    <div className="relative overflow-x-auto rounded-lg border bg-surface print:border-0">
      <table
        className={cn(
          "w-full border-separate border-spacing-0",
          narrow ? "text-xs" : "min-w-4xl table-fixed text-sm print:min-w-0",
        )}
      >
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th
              scope="col"
              className={cn(
                "sticky left-0 z-10 border-b bg-surface text-left font-medium",
                narrow ? "min-w-32" : "w-44",
                padding,
              )}
            >
              Person
            </th>
            {days.map((day) => (
              <th
                key={day.day}
                scope="col"
                aria-label={headLabel?.(day)}
                aria-current={day.day === today ? "date" : undefined}
                title={day.closing ?? undefined}
                className={cn(
                  "border-b border-l font-medium",
                  narrow ? "min-w-7 px-0.5 py-1 text-center tabular-nums" : "px-2 py-1.5 text-left",
                  ground(day),
                )}
              >
                {head(day)}
              </th>
            ))}
          </tr>
        </thead>
        {byDepartment(rows).map(([department, people]) => (
          <tbody key={department}>
            <tr>
              <th
                scope="rowgroup"
                colSpan={days.length + 1}
                className={cn(
                  "border-b bg-sunken py-1 text-left text-xs font-medium text-muted",
                  narrow ? "px-2" : "px-3",
                )}
              >
                <span className={cn("sticky", narrow ? "left-2" : "left-3")}>{department}</span>
              </th>
            </tr>
            {people.map((row) => (
              <tr key={row.userId}>
                <th
                  scope="row"
                  className={cn(
                    "sticky left-0 z-10 border-b bg-surface text-left align-top font-medium break-words",
                    padding,
                  )}
                >
                  {row.name}
                </th>
                {days.map((day) => (
                  <td
                    key={day.day}
                    className={cn(
                      "border-b border-l",
                      narrow ? "px-0.5 py-1 text-center tabular-nums" : "h-px p-0 align-top",
                      ground(day),
                    )}
                  >
                    {cell(row, day)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      {children}
    </div>
  );
}

/** Rows under the name of their department, in their order. */
function byDepartment(rows: readonly RotaRow[]): [department: string, rows: RotaRow[]][] {
  const groups = new Map<string, RotaRow[]>();
  for (const row of rows) {
    const name = row.department ?? "No department";
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups];
}
