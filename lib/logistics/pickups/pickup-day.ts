import type { Context } from "@/lib/access/action";
import { invalid } from "@/lib/access/errors";
import { addDays, isWorkingDay, type LabCalendar, localNow } from "@/lib/cases/due-date";
import { labCalendar } from "@/lib/cases/lab-days";
import { nextHandover, type PracticeDays, practiceClosedOn } from "@/lib/cases/promise-days";
import { practiceDays } from "@/lib/cases/promise-terms";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

const FARTHEST_DAYS = 90;

export type PickupDay = { day: string; reason: string };

/** The first day (`YYYY-MM-DD` of the lab) on which something can be fetched: today until the lab closes, when both are open. */
export function firstPickupDay(now: Date, calendar: LabCalendar, practice: PracticeDays): string {
  const { day, time } = localNow(now, calendar.timeZone);
  return nextHandover(time < calendar.closesAt ? day : addDays(day, 1), calendar, practice).day;
}

/** Why nothing can be fetched on a day, and the next day on which it can; null when it can be. */
export function pickupDayFault(
  wanted: string,
  now: Date,
  calendar: LabCalendar,
  practice: PracticeDays,
): PickupDay | null {
  const first = firstPickupDay(now, calendar, practice);
  const today = localNow(now, calendar.timeZone).day;
  if (wanted < today) return { day: first, reason: "This day is past" };
  if (wanted < first && wanted === today && isWorkingDay(wanted, calendar) && !practiceClosedOn(wanted, practice))
    return { day: first, reason: "The lab closes too soon today" };
  if (wanted > addDays(today, FARTHEST_DAYS)) return { day: first, reason: "This is more than three months ahead" };
  const next = nextHandover(wanted, calendar, practice).day;
  if (next === wanted) return null;
  const closed = practiceClosedOn(wanted, practice);
  if (!closed) return { day: next, reason: "The lab does not drive on this day" };
  return {
    day: next,
    reason: closed.name ? `The practice is closed (${closed.name})` : "The practice is closed on this day",
  };
}

/** The first day on which a practice the actor sees can have something fetched. */
export async function firstDayFor({ tx }: { tx: Transaction }, practiceId: string): Promise<string> {
  return firstPickupDay(new Date(), await labCalendar(tx), await practiceDays(tx, practiceId));
}

/** Refuses at `wantedOn` a day on which nothing can be fetched from the practice, saying the next day on which it can. */
export async function refusePickupDay({ actor, tx }: Context, practiceId: string, wantedOn: string): Promise<void> {
  const fault = pickupDayFault(wantedOn, new Date(), await labCalendar(tx), await practiceDays(tx, practiceId));
  if (!fault) return;
  const next = new Intl.DateTimeFormat(actor.lab.locale, {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  }).format(new Date(`${fault.day}T00:00:00Z`));
  throw invalid("wantedOn", `${fault.reason}. The next possible day is ${next}.`);
}

/** Makes those who ask for pick-ups of a practice queue up until the transaction ends, so that two never make two of one day. */
export async function lockPickups(tx: Transaction, practiceId: string): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended('pickups of ' || ${practiceId}::text, 0))`);
}
