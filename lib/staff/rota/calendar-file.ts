import ical, { ICalCalendarMethod, ICalEventTransparency } from "ical-generator";
import { DateTime } from "luxon";
import { stampedInUtc } from "@/lib/files/calendar-stamp";
import { EXCEPTION_LABEL } from "../vocabulary";
import type { Rota, RotaCell, RotaRow } from "./queries";
import { daysAfter } from "./shift-times";

/** What a feed is of. `zoneBlock` writes the VTIMEZONE of a zone for the days from one to another. */
export type FeedTerms = {
  name: string;
  zone: string;
  /** Events name the person: a department's feed. */
  names: boolean;
  zoneBlock: (zone: string, from: string, to: string) => string;
};

type Stretch = { id: string; from: string; to: string; note: string | null };

/**
 * A rota as a calendar file (RFC 5545) in the lab's zone: an event for each shift, else for the weekly time of a day; leave and days off
 * as events of whole days that leave the person free for nothing. Identifiers stay the same from one reading to the next.
 */
export function rotaCalendar({ days, rows }: Rota, { name, zone, names, zoneBlock }: FeedTerms): string {
  const [first, last] = [days[0]?.day ?? "2000-01-01", days.at(-1)?.day ?? "2000-01-01"];
  const calendar = ical({
    name,
    prodId: { company: "Casepan", product: "Rota", language: "EN" },
    timezone: { name: zone, generator: (tz) => zoneBlock(tz, first, last) },
    ttl: 3600,
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const row of rows) {
    const of = names ? `${row.name}: ` : "";
    for (const { day } of days) {
      const cell = row.cells[day];
      if (!cell) continue;
      const away = awayWords(cell);
      if (away) {
        calendar.createEvent({
          id: `away-${row.userId}-${day}@casepan`,
          start: DateTime.fromISO(day, { zone }),
          end: DateTime.fromISO(daysAfter(day, 1), { zone }),
          allDay: true,
          summary: of + away,
          transparency: ICalEventTransparency.OPAQUE,
        });
        if (isAllDay(cell)) continue;
      }
      for (const { id, from, to, note } of stretchesOf(row, day, cell)) {
        const starts = DateTime.fromISO(`${day}T${from}`, { zone });
        const ends = DateTime.fromISO(`${to > from ? day : daysAfter(day, 1)}T${to}`, { zone });
        calendar.createEvent({
          id: `${id}@casepan`,
          start: starts,
          end: ends,
          timezone: zone,
          summary: `${of}${from}–${to}`,
          description: note || undefined,
        });
      }
    }
  }
  return stampedInUtc(calendar.toString());
}

const PART = { all: "", morning: " (morning)", afternoon: " (afternoon)" } as const;
function awayWords({ leave, exception }: RotaCell): string | null {
  if (leave && !leave.asked) return `Away${PART[leave.part]}`;
  return exception && exception.kind !== "other_hours" ? EXCEPTION_LABEL[exception.kind] : null;
}

const isAllDay = ({ leave, exception }: RotaCell): boolean =>
  (leave !== null && !leave.asked && leave.part === "all") || (exception !== null && exception.kind !== "other_hours");

function stretchesOf({ userId }: RotaRow, day: string, { shifts, exception, hours }: RotaCell): Stretch[] {
  if (shifts.length > 0)
    return shifts.map(({ id, from, to, note, elsewhere }) => ({
      id: `shift-${id}`,
      from,
      to,
      note: [elsewhere, note].filter(Boolean).join(": ") || null,
    }));
  const weekly = exception?.from && exception.to ? { from: exception.from, to: exception.to } : hours;
  return weekly ? [{ id: `week-${userId}-${day}`, ...weekly, note: null }] : [];
}
