import type { PlannedTimes } from "@/lib/logistics/planning/planned-times";
import { StatusBadge } from "../../ui/badge";

const hours = (minutes: number) =>
  minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")}`;

/** What a round comes to: when it leaves and is back, its driving, waits, broken hours and overrun. `under` marks an order not kept yet. */
export function PlanTotals({ times, under }: { times: PlannedTimes; under: boolean }) {
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b bg-sunken px-4 py-2 text-xs tabular-nums">
      <span className="font-medium">
        {times.departs}–{times.back}
      </span>
      <span>{Math.round(times.kilometres)} km</span>
      <span>{hours(times.drivenMinutes)} driving</span>
      {times.waitMinutes > 0 && <span>{hours(times.waitMinutes)} waiting</span>}
      {times.lateStops > 0 && (
        <StatusBadge tone="warning">
          {times.lateStops === 1 ? "1 stop late" : `${times.lateStops} stops late`}
        </StatusBadge>
      )}
      {times.overrunMinutes > 0 && (
        <StatusBadge tone="warning">{hours(times.overrunMinutes)} over the shift</StatusBadge>
      )}
      {times.lateStops === 0 && times.overrunMinutes === 0 && (
        <StatusBadge tone="success">Within hours and shift</StatusBadge>
      )}
      {under && <span className="text-muted">if dropped here</span>}
    </p>
  );
}
