import { DateTime } from "luxon";

/** The last day (`YYYY-MM-DD`) of a month (`YYYY-MM`). */
export const lastDayOf = (month: string): string =>
  DateTime.fromISO(`${month}-01`).endOf("month").toISODate() as string;

/** The month before that of a day (`YYYY-MM-DD`), which is the one that is usually closed: `YYYY-MM`. */
export const monthBefore = (day: string): string =>
  DateTime.fromISO(day).startOf("month").minus({ months: 1 }).toFormat("yyyy-MM");

/** The months from which one is chosen: that of `today` and the eleven before, the newest first, as `YYYY-MM`. */
export const recentMonths = (today: string): string[] =>
  Array.from({ length: 12 }, (_, ago) =>
    DateTime.fromISO(today).startOf("month").minus({ months: ago }).toFormat("yyyy-MM"),
  );
