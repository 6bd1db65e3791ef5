"use client";

import type { ReactNode } from "react";
import { dayWords } from "@/lib/staff/day-words";
import type { Rota, RotaCell, RotaDay, RotaRow, RotaShift } from "@/lib/staff/rota/queries";
import { useRegion } from "../../ui/region";
import { AwayBadge, showsHours } from "./cell-face";
import { RotaTable } from "./rota-table";
import { ShiftChip } from "./shift-chip";

/** Whether a shift of a person on a day can be opened, and how. */
export type OpenOf = (userId: string, day: string) => ((shift: RotaShift) => void) | undefined;

type WeekTableProps = {
  rota: Rota;
  today: string;
  /** How a cell is written; without it the rota is only read. */
  cell?: (row: RotaRow, day: RotaDay) => ReactNode;
  openOf?: OpenOf;
};

/** A week of people by department: today marked, days on which the lab is shut named. */
export function WeekTable({ rota, today, cell, openOf }: WeekTableProps) {
  const { locale } = useRegion();
  return (
    <RotaTable
      rota={rota}
      today={today}
      caption={`Rota of the week from ${rota.days[0] ? dayWords(rota.days[0].day, locale) : "no day"}`}
      head={(day) => <DayHead day={day} isToday={day.day === today} words={dayWords(day.day, locale)} />}
      cell={(row, day) =>
        cell ? (
          cell(row, day)
        ) : (
          <CellFace
            cell={row.cells[day.day]}
            of={`${row.name}, ${dayWords(day.day, locale)}`}
            onOpen={openOf?.(row.userId, day.day)}
          />
        )
      }
    />
  );
}

function DayHead({ day, isToday, words }: { day: RotaDay; isToday: boolean; words: string }) {
  return (
    <span className="flex flex-col">
      <span className="whitespace-nowrap tabular-nums">{words}</span>
      <span className="truncate text-2xs font-normal text-muted">
        {[isToday && "Today", day.closing ? `Closed: ${day.closing}` : !day.works && "Closed"]
          .filter(Boolean)
          .join(" · ") || "\u00a0"}
      </span>
    </span>
  );
}

type CellFaceProps = { cell: RotaCell | undefined; of: string; onOpen?: (shift: RotaShift) => void };

/** What a person has on a day, to read. */
function CellFace({ cell, of, onOpen }: CellFaceProps) {
  if (!cell) return null;
  return (
    <div className="flex flex-col gap-1 p-1.5">
      <Away cell={cell} />
      {cell.shifts.map((shift) => (
        <ShiftChip key={shift.id} shift={shift} of={of} onOpen={onOpen && (() => onOpen(shift))} />
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
