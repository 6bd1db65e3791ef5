"use client";

import { dayWords } from "@/lib/staff/day-words";
import type { Rota, RotaCell } from "@/lib/staff/rota/queries";
import { cn } from "../../ui/cn";
import { useRegion } from "../../ui/region";
import { AwayBadge, showsHours } from "./cell-face";
import { RotaTable } from "./rota-table";

type MonthTableProps = { rota: Rota; today: string };

/** A month of people: hours when they begin, leave and days off by shape; today and closed days marked. */
export function MonthTable({ rota, today }: MonthTableProps) {
  const { locale } = useRegion();
  const letter = new Intl.DateTimeFormat(locale, { weekday: "narrow", timeZone: "UTC" });
  return (
    <RotaTable
      rota={rota}
      today={today}
      narrow
      caption="Rota of the month; a figure is the hour at which work begins"
      headLabel={({ day, closing, works }) =>
        [dayWords(day, locale), closing ?? (!works && "closed"), day === today && "today"].filter(Boolean).join(", ")
      }
      head={({ day, works }) => (
        <>
          <span className="block text-2xs font-normal text-muted">{letter.format(new Date(`${day}T00:00:00Z`))}</span>
          {Number(day.slice(8))}
          <span className="block text-2xs font-normal text-muted">{works ? "\u00a0" : "×"}</span>
        </>
      )}
      cell={(row, { day }) => <MonthCell cell={row.cells[day]} />}
    >
      <p className="sticky left-0 border-t px-2 py-1.5 text-xs text-muted">
        A figure is the hour at which work begins, framed for a shift and dashed for a draft; × is a day on which the
        lab is closed; leave and days off show by their sign.
      </p>
    </RotaTable>
  );
}

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
