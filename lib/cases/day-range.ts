import { z } from "zod";
import { dayParam } from "@/lib/access/address-params";
import { addDays } from "./due-date";

/** One end of a range of days: a day, or so many days from today, which a saved view keeps its meaning with. */
type RangeEnd = { day: string } | { fromToday: number } | null;
export type DayRange = { from: RangeEnd; to: RangeEnd };

const relative = /^-?\d{1,3}d$/;

function parseEnd(text: string): RangeEnd | undefined {
  if (text === "") return null;
  if (relative.test(text)) return { fromToday: Number(text.slice(0, -1)) };
  return dayParam.safeParse(text).success ? { day: text } : undefined;
}

/** `2026-11-01..2026-11-30`, `0d..7d` (today and the seven days after), `..-1d` (before today): either end may be open, not both. */
export const dayRangeParam = z
  .string()
  .max(24)
  .transform((text, context): DayRange => {
    const [first = "", second = "", ...rest] = text.includes("..") ? text.split("..") : [text, text];
    const [from, to] = [parseEnd(first), parseEnd(second)];
    if (from !== undefined && to !== undefined && (from || to) && rest.length === 0) return { from, to };
    context.addIssue("Not a range of days.");
    return z.NEVER;
  });

const dayOf = (end: RangeEnd, today: string): string | null =>
  end && ("day" in end ? end.day : addDays(today, end.fromToday));

/** The first and last day of a range, `YYYY-MM-DD`, both in it; null where it is open. `today` is the lab's day. */
export const daysOf = ({ from, to }: DayRange, today: string): { first: string | null; last: string | null } => ({
  first: dayOf(from, today),
  last: dayOf(to, today),
});
