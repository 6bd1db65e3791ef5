import Link from "next/link";
import type { PlannedStop } from "@/lib/logistics/planning/planned-times";
import type { RouteStopDetail } from "@/lib/logistics/route-queries";
import { closedOn, spansText, weekdayOf } from "@/lib/practices/opening-hours";
import { DateTime } from "../ui/time";
import { StopStatusBadge } from "./status-badges";

/** One stop: practice, planned time, window, shipments, and how it ended. */
export function StopFacts({ stop, date, planned }: { stop: RouteStopDetail; date: string; planned?: PlannedStop }) {
  return (
    <div className="min-w-0 flex-1 text-sm">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Link href={`/practices/${stop.practiceId}`} draggable={false} className="font-medium hover:underline">
          {stop.practice}
        </Link>
        {stop.status !== "planned" && <StopStatusBadge status={stop.status} />}
      </p>
      <p className="text-xs text-muted">{stop.address}</p>
      <p className="mt-1 text-xs">
        {planned ? (
          <Arrival {...planned} />
        ) : (
          stop.status === "planned" &&
          stop.expectedAt && (
            <>
              <span className="font-medium">
                Expected <DateTime iso={stop.expectedAt} format="time" />
              </span>
              {" · "}
            </>
          )
        )}
        <Window stop={stop} date={date} />
        {" · "}
        {stop.shipments.length === 0
          ? "nothing packed yet"
          : stop.shipments.map((shipment, i) => (
              <span key={shipment.id}>
                {i > 0 && ", "}
                {shipment.type === "pickup" && "pick up "}
                <Link
                  href={`/shipments/${shipment.id}`}
                  draggable={false}
                  className="text-accent-text tabular-nums underline underline-offset-2"
                >
                  {shipment.number}
                </Link>
              </span>
            ))}
      </p>
      {stop.status === "delivered" && stop.completedAt && (
        <p className="mt-1 text-xs text-success-text">
          Received by {stop.receiverName}, <DateTime iso={stop.completedAt} format="time" />
        </p>
      )}
      {stop.status === "failed" && stop.completedAt && (
        <p className="mt-1 text-xs text-danger-text">
          {stop.failure}
          {stop.failureNote && `: ${stop.failureNote}`}, <DateTime iso={stop.completedAt} format="time" />
        </p>
      )}
      {stop.status === "arrived" && stop.arrivedAt && (
        <p className="mt-1 text-xs text-muted">
          Arrived <DateTime iso={stop.arrivedAt} format="time" />
        </p>
      )}
    </div>
  );
}

function Window({ stop, date }: { stop: RouteStopDetail; date: string }) {
  if (stop.windowFrom && stop.windowTo) {
    const spans = stop.hours?.[weekdayOf(date)] ?? [];
    const isOwn = spans[0]?.[0] === stop.windowFrom && spans.at(-1)?.[1] === stop.windowTo;
    return <span className="tabular-nums">Open {spansText(isOwn ? spans : [[stop.windowFrom, stop.windowTo]])}</span>;
  }
  if (closedOn(stop.hours, date)) return <span className="font-medium text-warning-text">Closed on this day</span>;
  return <span className="text-muted">Opening hours not known</span>;
}

function Arrival({ arrives, waitMinutes, lateMinutes }: PlannedStop) {
  return (
    <>
      <span className="font-medium tabular-nums">About {arrives}</span>
      {lateMinutes > 0 && <span className="font-medium text-warning-text">, {lateMinutes} min late</span>}
      {waitMinutes > 0 && <span className="text-muted">, waits {waitMinutes} min</span>}
      {" · "}
    </>
  );
}
