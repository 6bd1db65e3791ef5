import { DateTime } from "luxon";
import { monthName } from "./months";
import type { ReportParams } from "./schema";

/** Whole months of a lab: the first day of the first and of the last, and how many. Days are `YYYY-MM-DD`. */
export type Period = { from: string; to: string; months: number };

const MOST_MONTHS = 60;
const first = (day: DateTime) => day.startOf("month");
const iso = (day: DateTime) => day.toISODate() as string;

function between(from: DateTime, to: DateTime): Period {
  const months = Math.round(first(to).diff(first(from), "months").months) + 1;
  return { from: iso(first(from)), to: iso(first(to)), months };
}

/**
 * The months an address asks for, seen from `today` (the lab's day). The current month counts as one, and stands
 * for an end of an own range that is not given; an own range that lies ahead or
 * is the wrong way round is put right, and is cut at 60 months.
 */
export function periodOf({ period, from, to }: Pick<ReportParams, "period" | "from" | "to">, today: string): Period {
  const now = DateTime.fromISO(today, { zone: "utc" });
  const back = (months: number) => between(first(now).minus({ months: months - 1 }), now);
  switch (period) {
    case "3m":
      return back(3);
    case "6m":
      return back(6);
    case "12m":
      return back(12);
    case "this_year":
      return between(now.startOf("year"), now);
    case "last_year":
      return between(now.startOf("year").minus({ years: 1 }), now.startOf("year").minus({ months: 1 }));
    case "own": {
      const given = [from ?? iso(now).slice(0, 7), to ?? iso(now).slice(0, 7)]
        .map((month) => DateTime.min(DateTime.fromISO(`${month}-01`, { zone: "utc" }), first(now)))
        .sort((a, b) => a.toMillis() - b.toMillis()) as [DateTime, DateTime];
      const earliest = DateTime.max(given[0], given[1].minus({ months: MOST_MONTHS - 1 }));
      return between(earliest, given[1]);
    }
  }
}

/** As many months right before these. */
export function periodBefore({ from, months }: Period): Period {
  const start = DateTime.fromISO(from, { zone: "utc" });
  return between(start.minus({ months }), start.minus({ months: 1 }));
}

/** The same months a year earlier. */
export function yearBefore({ from, to }: Period): Period {
  const back = (day: string) => DateTime.fromISO(day, { zone: "utc" }).minus({ years: 1 });
  return between(back(from), back(to));
}

/** The first day of each month, in order. */
export function monthsOf({ from, months }: Period): string[] {
  const start = DateTime.fromISO(from, { zone: "utc" });
  return Array.from({ length: months }, (_, i) => iso(start.plus({ months: i })));
}

/** "Jun 2026 – Nov 2026", or the month alone. */
export const periodWords = ({ from, to }: Period, locale: string): string =>
  from === to ? monthName(from, locale) : `${monthName(from, locale)} – ${monthName(to, locale)}`;
