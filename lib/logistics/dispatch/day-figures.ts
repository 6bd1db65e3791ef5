import { onTime, type StopLateness } from "./stop-state";

/** A day's figures; a share is whole percent, null before there is anything to count. */
export type DayFigures = {
  stops: number;
  /** Delivered or failed. */
  over: number;
  /** Of the delivered: before closing, on the day promised. */
  onTimePercent: number | null;
  /** Of those over. */
  failedPercent: number | null;
  /** Stops over by hours on the road, to one decimal. */
  stopsPerHour: number | null;
};

/** Counts the figures of a day's routes; `onRoadMinutes` are those from the start of each to its last report. */
export function dayFigures(routes: readonly { onRoadMinutes: number; stops: readonly StopLateness[] }[]): DayFigures {
  const stops = routes.flatMap((route) => route.stops);
  const delivered = stops.filter(({ state }) => state === "done");
  const failed = stops.filter(({ state }) => state === "failed").length;
  const over = delivered.length + failed;
  const hours = routes.reduce((sum, { onRoadMinutes }) => sum + onRoadMinutes, 0) / 60;
  const percent = (part: number, whole: number) => (whole > 0 ? Math.round((100 * part) / whole) : null);
  return {
    stops: stops.length,
    over,
    onTimePercent: percent(delivered.filter(onTime).length, delivered.length),
    failedPercent: percent(failed, over),
    stopsPerHour: over > 0 && hours > 0 ? Math.round((10 * over) / hours) / 10 : null,
  };
}
