"use client";

import type { DriverStop } from "@/lib/logistics/driver-queries";
import { cn } from "../ui/cn";
import { DateTime } from "../ui/time";
import { StopStatusBadge } from "./status-badges";

type DriverStopsProps = {
  stops: DriverStop[];
  current: string | null;
  /** Brings another stop to the top; none while the route is not on the road. */
  onChoose: ((stopId: string) => void) | null;
};

/** All stops of a route in order; one that is not done can be taken out of order. */
export function DriverStops({ stops, current, onChoose }: DriverStopsProps) {
  return (
    <ol aria-label="All stops" className="divide-y rounded-xl border bg-surface">
      {stops.map((stop) => {
        const open = !["delivered", "failed"].includes(stop.status);
        const line = "flex min-h-16 w-full items-center gap-3 px-4 py-2.5 text-left";
        return (
          <li key={stop.id} aria-current={stop.id === current ? "step" : undefined}>
            {onChoose && open && stop.id !== current ? (
              <button
                type="button"
                className={cn(line, "hover:bg-hover")}
                onClick={() => {
                  onChoose(stop.id);
                  window.scrollTo({ top: 0, behavior: "smooth" });
                }}
              >
                <Line stop={stop} />
              </button>
            ) : (
              <div className={cn(line, stop.id === current && "bg-hover")}>
                <Line stop={stop} />
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function Line({ stop }: { stop: DriverStop }) {
  return (
    <>
      <span
        aria-hidden
        className="flex size-8 shrink-0 items-center justify-center rounded-full border bg-sunken font-semibold tabular-nums"
      >
        {stop.position}
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate text-base font-medium">{stop.practice}</span>
        <span className="block truncate text-sm text-muted">
          {stop.status === "delivered" && stop.completedAt ? (
            <>
              {stop.receiverName}, <DateTime iso={stop.completedAt} format="time" />
            </>
          ) : stop.status === "failed" ? (
            stop.failure
          ) : (
            [stop.windowFrom && `${stop.windowFrom}–${stop.windowTo}`, stop.addressLines.at(-1)]
              .filter(Boolean)
              .join(" · ")
          )}
        </span>
      </span>
      {stop.status !== "planned" && <StopStatusBadge status={stop.status} />}
    </>
  );
}
