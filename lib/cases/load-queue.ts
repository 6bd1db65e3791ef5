import type { Urgency } from "./vocabulary";

/**
 * The open work of a department. `coming` reaches it in so many working days (0: it is there), from now or, when the lab has not
 * received it, from when a new case begins; `capacity` in units a day, null without bound.
 */
export type DepartmentLoad = {
  id: string;
  name: string;
  capacity: number | null;
  coming: readonly { leadDays: number; units: number; urgency: Urgency; received: boolean }[];
};

const RANK: Record<Urgency, number> = { standard: 0, rush: 1, emergency: 2 };
/** Beyond a year's working days nothing is promised anyway. */
const FARTHEST = 250;

/**
 * The queues of the departments as a new case meets them. Days are numbered: 1 is the first working day after today. Work is taken
 * in the order it arrives, so many units a day as the department can; what is there today counts as arriving on day 1. Standard work
 * stands behind all that arrived before it or on the same day; rushed work, where it passes the queue, only behind what is at least
 * as urgent. A new case begins `startsIn` days from now (1 when the lab has closed). One's own items stand behind each other.
 */
export function queuesFor(
  load: readonly DepartmentLoad[],
  { urgency, rushPassesQueue, startsIn }: { urgency: Urgency; rushPassesQueue: boolean; startsIn: number },
) {
  const passes = rushPassesQueue && urgency !== "standard";
  const arriving = new Map<string, number[]>();
  for (const { id, coming } of load) {
    const days: number[] = [];
    for (const work of coming) {
      if (passes && RANK[work.urgency] < RANK[urgency]) continue;
      const day = Math.max(0, work.leadDays) + 1 + (work.received ? 0 : startsIn);
      days[day] = (days[day] ?? 0) + work.units;
    }
    arriving.set(id, days);
  }
  const capacities = new Map(load.map(({ id, capacity }) => [id, capacity]));

  /** The day on which the last of these units, arriving on `day`, is taken up; they stay in the queue. */
  return function join(departmentId: string | null, day: number, units: number): number {
    const capacity = departmentId ? capacities.get(departmentId) : null;
    const days = departmentId ? arriving.get(departmentId) : undefined;
    if (!capacity || capacity < 1 || !days) return day;
    let waiting = 0;
    for (let k = 1; k < day; k++) waiting = Math.max(0, waiting + (days[k] ?? 0) - capacity);
    const ahead = waiting + (days[day] ?? 0);
    days[day] = (days[day] ?? 0) + units;
    return day + Math.min(FARTHEST, Math.max(1, Math.ceil((ahead + units) / capacity)) - 1);
  };
}
