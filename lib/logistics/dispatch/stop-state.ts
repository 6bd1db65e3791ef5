import type { StopStatus } from "../vocabulary";

/** How a stop stands for whoever watches the day, worst first. */
export const STOP_STATES = ["failed", "late", "here", "open", "done"] as const;
export type StopState = (typeof STOP_STATES)[number];
export const STOP_STATE_LABEL: Record<StopState, string> = {
  failed: "Failed",
  late: "Late",
  here: "Driver is there",
  open: "To do",
  done: "Done",
};

/** A stop's times, as milliseconds since 1970; null where not known or not fixed. `dueOn` and `day` are lab days. */
export type StopTimes = {
  status: StopStatus;
  expectedAt: number | null;
  arrivedAt: number | null;
  completedAt: number | null;
  closesAt: number | null;
  /** The earliest day that something on board is promised for, and the route's own. */
  dueOn: string | null;
  day: string;
};

export type StopLateness = {
  state: StopState;
  /** Minutes that the driver comes, or came, after the practice closes; 0 when in time or nothing is known. */
  afterClosing: number;
  /** Minutes since the driver was expected and has not reported. */
  overdue: number;
  /** Something on board was promised for an earlier day. */
  pastDue: boolean;
};

const MINUTE_MS = 60_000;
/** A driver who has not reported is not held late before so many minutes. */
const GRACE_MINUTES = 15;

const minutesPast = (time: number | null, limit: number | null) =>
  time !== null && limit !== null ? Math.max(0, Math.ceil((time - limit) / MINUTE_MS)) : 0;

/**
 * Whether a stop is in time: what is still to do is late when the driver is expected after the practice closes, was expected over a
 * quarter of an hour ago, or brings what was promised for an earlier day; what is done is late only in its figures.
 */
export function latenessOf(stop: StopTimes, now: number): StopLateness {
  const done = stop.status === "delivered";
  const there = stop.arrivedAt ?? (done || stop.status === "failed" ? stop.completedAt : null);
  const waiting = stop.status === "planned" || stop.status === "skipped";
  const afterClosing = minutesPast(there ?? stop.expectedAt, stop.closesAt);
  const since = waiting ? minutesPast(now, stop.expectedAt) : 0;
  const overdue = since > GRACE_MINUTES ? since : 0;
  const pastDue = stop.dueOn !== null && stop.dueOn < stop.day;
  const late = afterClosing > 0 || overdue > 0 || pastDue;
  const state =
    stop.status === "failed" ? "failed" : done ? "done" : stop.status === "arrived" ? "here" : late ? "late" : "open";
  return { state, afterClosing, overdue, pastDue };
}

/** Whether a finished stop counts as on time: handed over before the practice closed, on the day promised. */
export const onTime = (lateness: StopLateness): boolean =>
  lateness.state === "done" && lateness.afterClosing === 0 && !lateness.pastDue;
