import type { ShortOf } from "@/lib/staff/capacity";
import type { Urgency } from "./vocabulary";

/** What a department can do on a day that is not like others, in units, and what it is short of. */
export type OtherDay = { capacity: number; shortOf: ShortOf };

/**
 * The open work of a department. `coming` reaches it in so many working days (0: it is there), from now or, when the lab has not
 * received it, from when a new case begins; `capacity` in units a day, null without bound; `otherDays`, by day (`YYYY-MM-DD`), are those
 * on which people or machines are missing.
 */
export type DepartmentLoad = {
  id: string;
  name: string;
  capacity: number | null;
  otherDays: Readonly<Record<string, OtherDay>>;
  coming: readonly { leadDays: number; units: number; urgency: Urgency; received: boolean }[];
};

const RANK: Record<Urgency, number> = { standard: 0, rush: 1, emergency: 2 };
/** Beyond a year's working days nothing is promised anyway. */
const FARTHEST = 250;

type QueueTerms = {
  urgency: Urgency;
  rushPassesQueue: boolean;
  startsIn: number;
  /** The day (`YYYY-MM-DD`) of a number: 1 is the first working day after today. */
  dayOf: (n: number) => string;
};

/**
 * The queues of the departments as a new case meets them. Days are numbered: 1 is the first working day after today. Work is taken
 * in the order it arrives, so many units a day as the department can on that day; what is there today counts as arriving on day 1.
 * Standard work stands behind all that arrived before it or on the same day; rushed work, where it passes the queue, only behind what
 * is at least as urgent. A new case begins `startsIn` days from now (1 when the lab has closed). One's own items stand behind each other.
 */
export function queuesFor(load: readonly DepartmentLoad[], terms: QueueTerms) {
  const { urgency, rushPassesQueue, startsIn, dayOf } = terms;
  const passes = rushPassesQueue && urgency !== "standard";
  const queues = new Map<string, { department: DepartmentLoad; arriving: number[] }>();
  for (const department of load) {
    const arriving: number[] = [];
    for (const work of department.coming) {
      if (passes && RANK[work.urgency] < RANK[urgency]) continue;
      const day = Math.max(0, work.leadDays) + 1 + (work.received ? 0 : startsIn);
      arriving[day] = (arriving[day] ?? 0) + work.units;
    }
    queues.set(department.id, { department, arriving });
  }

  /**
   * The day on which the last of these units, arriving on `day`, is taken up; they stay in the queue. `backlogSince` is the day from
   * which on what stands before them was never worked off.
   */
  return function join(
    departmentId: string | null,
    day: number,
    units: number,
  ): { taken: number; backlogSince: number } {
    const queue = departmentId ? queues.get(departmentId) : undefined;
    const usual = queue?.department.capacity;
    if (!queue || !usual || usual < 1) return { taken: day, backlogSince: day };
    const { department, arriving } = queue;
    const can = (n: number) => department.otherDays[dayOf(n)]?.capacity ?? usual;
    let waiting = 0;
    let backlogSince = day;
    for (let k = 1; k < day; k++) {
      const since = waiting > 0 ? backlogSince : k;
      waiting = Math.max(0, waiting + (arriving[k] ?? 0) - can(k));
      backlogSince = waiting > 0 ? since : day;
    }
    let left = waiting + (arriving[day] ?? 0) + units;
    arriving[day] = (arriving[day] ?? 0) + units;
    for (let taken = day; taken < day + FARTHEST - 1; taken++) {
      left -= can(taken);
      if (left <= 0) return { taken, backlogSince };
    }
    return { taken: day + FARTHEST - 1, backlogSince };
  };
}
