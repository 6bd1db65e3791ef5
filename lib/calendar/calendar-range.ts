import { DateTime } from "luxon";
import { z } from "zod";
import { dayParam } from "@/lib/access/address-params";
import { dayAfter, startOfDay } from "./lab-time";
import { APPOINTMENT_TYPES, VIEWS, type View } from "./vocabulary";

const id = z.uuid().optional().catch(undefined);

/** What the address of the calendar may say; anything unreadable counts as not said. */
export const calendarParams = z.object({
  view: z.enum(VIEWS).optional().catch(undefined),
  day: dayParam.optional().catch(undefined),
  person: id,
  department: id,
  room: id,
  type: z.enum(APPOINTMENT_TYPES).optional().catch(undefined),
});

export type CalendarRange = {
  /** The days drawn, `YYYY-MM-DD`, both in it. */
  first: string;
  last: string;
  /** The instants between which appointments are read. */
  from: string;
  to: string;
  /** A day of the stretch before and after. */
  before: string;
  after: string;
  title: string;
};

/** What a view draws around a day of the lab: that day, its week from Monday, or the whole weeks of its month. */
export function calendarRange(view: View, day: string, zone: string, locale: string): CalendarRange {
  const at = DateTime.fromISO(day, { zone: "utc" }).setLocale(locale);
  const unit = view === "month" ? "month" : view === "day" ? "day" : "week";
  const [start, end] = [at.startOf(unit), at.endOf(unit)];
  const [drawnFrom, drawnTo] = view === "month" ? [start.startOf("week"), end.endOf("week")] : [start, end];
  const [first, last] = [drawnFrom.toISODate(), drawnTo.toISODate()] as [string, string];
  const step = { [`${unit}s`]: 1 };
  return {
    first,
    last,
    from: startOfDay(first, zone),
    to: startOfDay(dayAfter(last), zone),
    before: at.minus(step).toISODate() as string,
    after: at.plus(step).toISODate() as string,
    title: titleOf(unit, start, end),
  };
}

function titleOf(unit: "day" | "week" | "month", start: DateTime, end: DateTime): string {
  if (unit === "day") return start.toLocaleString({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
  if (unit === "month") return start.toLocaleString({ month: "long", year: "numeric" });
  const text = (at: DateTime, year: boolean) =>
    at.toLocaleString({ day: "numeric", month: "short", ...(year && { year: "numeric" as const }) });
  return `${text(start, !start.hasSame(end, "year"))} – ${text(end, true)}`;
}
