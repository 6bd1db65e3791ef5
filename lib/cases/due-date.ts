/**
 * When a case can be at the practice. Days are bare (`YYYY-MM-DD`) days of the lab; nothing here reads a clock or a zone of
 * its own. "Due" is the day at the practice, ship-by the day it leaves the lab.
 */

/** When a lab works. `workingWeekdays` are ISO (1 Monday … 7 Sunday), `closesAt` "HH:MM" in `timeZone` (IANA). */
export type LabCalendar = {
  timeZone: string;
  workingWeekdays: readonly number[];
  closesAt: string;
  closingDays: readonly { closedOn: string; name: string }[];
};

/** The working days that one item needs in the lab; `days` may have halves. */
export type ItemDays = { name: string; days: number; rushDays: number };

export type Plan = {
  /** The lab's working day on which the count begins; that day itself does not count. */
  startsOn: string;
  /** Why the count does not begin today. */
  startsLater: "closed_today" | "after_closing" | null;
  slowest: ItemDays | null;
  /** Whole working days in the lab, without the day for an impression. */
  labDays: number;
  impressionDays: number;
  transitDays: number;
  shipBy: string;
  dueOn: string;
  /** Closing days between start and due that fell on a weekday the lab works. */
  closed: { closedOn: string; name: string }[];
};

const DAY = 86_400_000;
const FARTHEST = 1000;

const at = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** The day so many calendar days after another. */
export const addDays = (day: string, days: number): string => new Date(at(day) + days * DAY).toISOString().slice(0, 10);

/** ISO weekday of a day: 1 Monday … 7 Sunday. */
export const weekdayOf = (day: string): number => new Date(at(day)).getUTCDay() || 7;

/** The day and time (`HH:MM`) that the clocks of a zone show at an instant. */
export function localNow(now: Date, timeZone: string): { day: string; time: string } {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(now);
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? "";
  return { day: `${part("year")}-${part("month")}-${part("day")}`, time: `${part("hour")}:${part("minute")}` };
}

/** Whether the lab works on a day. */
export function isWorkingDay(day: string, calendar: LabCalendar): boolean {
  return calendar.workingWeekdays.includes(weekdayOf(day)) && !calendar.closingDays.some((c) => c.closedOn === day);
}

/** The working day so many working days after (or, negative, before) a day; 0 gives the day itself when it is worked, else the next. */
export function addWorkingDays(day: string, days: number, calendar: LabCalendar): string {
  const step = days < 0 ? -1 : 1;
  let current = day;
  let left = Math.abs(days);
  for (let i = 0; i < FARTHEST; i++) {
    if (left === 0 && isWorkingDay(current, calendar)) return current;
    current = addDays(current, step);
    if (left > 0 && isWorkingDay(current, calendar)) left--;
  }
  throw new Error("This calendar has no working days.");
}

/** The day a case leaves the lab so that it is at the practice on `dueOn`. */
export const shipByFor = (dueOn: string, transitDays: number, calendar: LabCalendar): string =>
  addWorkingDays(dueOn, -transitDays, calendar);

/**
 * The earliest a case can be due: counted from today, or from the next working day when the lab is closed or past its closing
 * hour, it takes the slowest item's days (its rush days when the case is rushed), one more for a physical impression, and then
 * the practice's transit days. Only the lab's working days count. A single crown takes 4–6 days, one more for a physical
 * impression (trade figures).
 */
export function earliestDue(request: {
  now: Date;
  calendar: LabCalendar;
  items: readonly ItemDays[];
  rushed: boolean;
  physicalImpression: boolean;
  transitDays: number;
}): Plan {
  const { calendar, transitDays } = request;
  const { day, time } = localNow(request.now, calendar.timeZone);
  const open = isWorkingDay(day, calendar);
  const startsLater = open ? (time >= calendar.closesAt ? "after_closing" : null) : "closed_today";
  const startsOn = startsLater ? addWorkingDays(addDays(day, 1), 0, calendar) : day;
  const needed = (item: ItemDays) => Math.ceil(request.rushed ? Math.min(item.rushDays, item.days) : item.days);
  const slowest = request.items.reduce<ItemDays | null>(
    (slow, item) => (slow && needed(slow) >= needed(item) ? slow : item),
    null,
  );
  const labDays = slowest ? needed(slowest) : 0;
  const impressionDays = request.physicalImpression ? 1 : 0;
  const shipBy = addWorkingDays(startsOn, labDays + impressionDays, calendar);
  const dueOn = addWorkingDays(shipBy, transitDays, calendar);
  const closed = calendar.closingDays.filter(
    (c) => c.closedOn >= day && c.closedOn <= dueOn && calendar.workingWeekdays.includes(weekdayOf(c.closedOn)),
  );
  return { startsOn, startsLater, slowest, labDays, impressionDays, transitDays, shipBy, dueOn, closed };
}

/** Why a wanted day cannot be: it is past, earlier than possible, too far away, or the lab does not work then. Null when it can. */
export function refusalOfWantedDay(
  wantedOn: string,
  plan: Plan,
  today: string,
  calendar: LabCalendar,
): "past" | "too_early" | "too_far" | "closed" | null {
  if (wantedOn < today) return "past";
  if (wantedOn < plan.dueOn) return "too_early";
  if (wantedOn > addDays(today, 366)) return "too_far";
  return isWorkingDay(wantedOn, calendar) ? null : "closed";
}
