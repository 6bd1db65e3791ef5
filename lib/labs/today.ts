import { DateTime } from "luxon";

/** The day it is in a zone (IANA), as `YYYY-MM-DD`: two labs in two zones each have their own. `now` is for tests. */
export const labToday = (timeZone: string, now: DateTime = DateTime.now()): string =>
  now.setZone(timeZone).toISODate() as string;
