"use client";

import { dayWords } from "@/lib/staff/day-words";
import type { Rota, RotaCell, RotaDay } from "@/lib/staff/rota/queries";
import { cn } from "../../ui/cn";
import { useRegion } from "../../ui/region";
import { AwayBadge, showsHours } from "./cell-face";
import { byDepartment } from "./week-table";

type MonthTableProps = { rota: Rota; today: string };

/** A month of people: hours when they begin, leave and days off by shape; today marked, closed days hatched and said. */
export function MonthTable({ rota: { days, rows }, today }: MonthTableProps) {
  const { locale } = useRegion();
  const letter = new Intl.DateTimeFormat(locale, { weekday: "narrow", timeZone: "UTC" });
  return (
    <div className="overflow-x-auto rounded-lg border bg-surface print:border-0">
      <table className="w-full border-separate border-spacing-0 text-xs">
        <caption className="sr-only">Rota of the month; a figure is the hour at which work begins</caption>
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky left-0 z-10 min-w-32 border-b bg-surface px-2 py-1.5 text-left font-medium"
            >
              Person
            </th>
            {days.map((day) => (
              <th
                key={day.day}
                scope="col"
                aria-label={[
                  dayWords(day.day, locale),
                  day.closing ?? (!day.works && "closed"),
                  day.day === today && "today",
                ]
                  .filter(Boolean)
                  .join(", ")}
                aria-current={day.day === today ? "date" : undefined}
                title={day.closing ?? undefined}
                className={cn(
                  "min-w-7 border-b border-l px-0.5 py-1 text-center font-medium tabular-nums",
                  ground(day, today),
                )}
              >
                <span className="block text-2xs font-normal text-muted">
                  {letter.format(new Date(`${day.day}T00:00:00Z`))}
                </span>
                {Number(day.day.slice(8))}
                <span className="block text-2xs font-normal text-muted">{day.works ? "\u00a0" : "×"}</span>
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
                className="border-b bg-sunken px-2 py-1 text-left font-medium text-muted"
              >
                {department}
              </th>
            </tr>
            {people.map((row) => (
              <tr key={row.userId}>
                <th
                  scope="row"
                  className="sticky left-0 z-10 border-b bg-surface px-2 py-1 text-left font-medium break-words"
                >
                  {row.name}
                </th>
                {days.map((day) => (
                  <td
                    key={day.day}
                    className={cn("border-b border-l px-0.5 py-1 text-center tabular-nums", ground(day, today))}
                  >
                    <MonthCell cell={row.cells[day.day]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      <p className="border-t px-2 py-1.5 text-xs text-muted">
        A figure is the hour at which work begins, framed for a shift and dashed for a draft; × is a day on which the
        lab is closed; leave and days off show by their sign.
      </p>
    </div>
  );
}

const ground = (day: RotaDay, today: string) =>
  day.day === today ? "bg-accent/10" : day.works ? undefined : "bg-sunken";

function MonthCell({ cell }: { cell: RotaCell | undefined }) {
  if (!cell) return null;
  if (cell.leave || cell.exception) return <AwayBadge cell={cell} short />;
  const [first] = cell.shifts;
  if (first)
    return (
      <span
        title={`${first.from}–${first.to}${first.draft ? ", draft" : ""}`}
        className={cn(
          "rounded-sm border px-0.5 font-medium",
          first.draft ? "border-dashed" : "border-progress-line bg-progress-bg",
        )}
      >
        {Number(first.from.slice(0, 2))}
      </span>
    );
  if (!showsHours(cell)) return null;
  return (
    <span title={`${cell.hours?.from}–${cell.hours?.to}`} className="text-muted">
      {Number(cell.hours?.from.slice(0, 2))}
    </span>
  );
}
