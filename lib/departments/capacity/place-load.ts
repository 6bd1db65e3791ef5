import type { DepartmentLoad } from "@/lib/cases/load-queue";

/** A department on one working day, in units. `capacity` null: without bound. */
export type LoadedDay = {
  /** Left over from the days before. */
  waiting: number;
  /** Reaches the department on this day. */
  arriving: number;
  /** What it has before it that day: waiting and arriving. */
  load: number;
  capacity: number | null;
  /** What it cannot do that day and takes along to the next. */
  over: number;
};

/**
 * Places a department's open work on its working days by the rules of the promise (lib/cases/load-queue.ts): what is there today counts as
 * arriving on day 1, the first working day after today; what stands upstream arrives after its working days; what the lab has not received
 * begins `startsIn` days later. Each day the department does as much as it can, and the rest waits.
 * @param capacities what it can do on day 1, 2, …; null without bound.
 * @returns the days in the same order.
 */
export function placeLoad(
  coming: DepartmentLoad["coming"],
  capacities: readonly (number | null)[],
  startsIn: number,
): LoadedDay[] {
  const arriving = new Map<number, number>();
  for (const work of coming) {
    const day = arrivalDay(work, startsIn);
    arriving.set(day, (arriving.get(day) ?? 0) + work.units);
  }
  let waiting = 0;
  return capacities.map((capacity, i) => {
    const comes = arriving.get(i + 1) ?? 0;
    const load = waiting + comes;
    const over = capacity === null ? 0 : Math.max(0, load - capacity);
    const day = { waiting, arriving: comes, load, capacity, over };
    waiting = over;
    return day;
  });
}

/** The number of the day on which work reaches a department: 1 is the first working day after today. */
export const arrivalDay = (work: { leadDays: number; received: boolean }, startsIn: number): number =>
  Math.max(0, work.leadDays) + 1 + (work.received ? 0 : startsIn);

export type LoadLevel = "free" | "busy" | "full" | "over";

/** How full a day is: over when something is left, full from 95 % of the capacity on, busy from 75 %. Without bound it is free. */
export function loadLevel({ load, capacity, over }: Pick<LoadedDay, "load" | "capacity" | "over">): LoadLevel {
  if (over > 0) return "over";
  if (capacity === null || load === 0) return "free";
  if (load >= capacity * 0.95) return "full";
  return load >= capacity * 0.75 ? "busy" : "free";
}
