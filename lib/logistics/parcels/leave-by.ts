import type { Method } from "../carriers/way";

export type LeaveBy = "late" | "today" | "soon";

/**
 * How a day by which something leaves the lab stands on another, both `YYYY-MM-DD` of the lab: passed, that very day, or still to come.
 * The days on the way are taken off the due day already (`cases.ship_by`).
 */
export function leaveByOn(leaveBy: string, today: string): LeaveBy {
  if (leaveBy < today) return "late";
  return leaveBy === today ? "today" : "soon";
}

/** What a person reads before the day: with a parcel service it has to be handed over, with a driver to leave. */
export function leaveByWords(standing: LeaveBy, method: Method): string {
  if (standing === "today")
    return { driver: "Leave today", carrier: "Hand over today", collected: "Due today" }[method];
  const by = { driver: "leave by", carrier: "hand over by", collected: "ready by" }[method];
  return standing === "late" ? `Late: ${by}` : `${by.charAt(0).toUpperCase()}${by.slice(1)}`;
}
