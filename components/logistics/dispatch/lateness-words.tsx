import type { MapStop } from "@/lib/logistics/dispatch/day-map";
import { STOP_STATE_LABEL } from "@/lib/logistics/dispatch/stop-state";
import { StatusBadge } from "../../ui/badge";
import { DateTime } from "../../ui/time";
import { STATE_TONE } from "./stop-mark";

export function StopStateBadge({ stop }: { stop: MapStop }) {
  const { state } = stop.lateness;
  return (
    <StatusBadge tone={STATE_TONE[state]}>
      {stop.status === "skipped" ? "Put off" : STOP_STATE_LABEL[state]}
    </StatusBadge>
  );
}

/** When the driver comes, came or was, in a few words. */
export function StopTime({ stop }: { stop: MapStop }) {
  if (stop.completedAt)
    return (
      <>
        {stop.status === "failed" ? "Tried " : "Done "}
        <DateTime iso={stop.completedAt} format="time" />
      </>
    );
  if (stop.arrivedAt)
    return (
      <>
        {"There since "}
        <DateTime iso={stop.arrivedAt} format="time" />
      </>
    );
  if (!stop.expectedAt) return <>No time known</>;
  return (
    <>
      {"Expected "}
      <DateTime iso={stop.expectedAt} format="time" />
    </>
  );
}

/** Why a stop is late, in words; nothing when it is in time. */
export function LatenessWords({ stop }: { stop: MapStop }) {
  const { afterClosing, overdue, pastDue, state } = stop.lateness;
  const words = [
    afterClosing > 0 && `${afterClosing} min after they close`,
    overdue > 0 && state === "late" && `expected ${overdue} min ago`,
    pastDue && state !== "done" && "promised for an earlier day",
  ].filter(Boolean);
  if (words.length === 0) return null;
  return <span className="font-medium text-warning-text">{words.join(", ")}</span>;
}
