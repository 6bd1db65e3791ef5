"use client";

import { ArrowDown, ArrowUp, ArrowUpDown } from "lucide-react";
import { useState } from "react";
import { type DayStop, isDone, toFetch } from "@/lib/logistics/road/day";
import { StopStatusBadge } from "../logistics/status-badges";
import { Button, IconButton } from "../ui/button";
import { cn } from "../ui/cn";
import { DateTime } from "../ui/time";

type DriverStopsProps = {
  stops: DayStop[];
  current: string | null;
  /** Brings another stop to the top; none while the route is not on the road. */
  onChoose: ((stopId: string) => void) | null;
  /** Takes the open stops in their new order. */
  onOrder: ((stopIds: string[]) => void) | null;
};

/** All stops of a route in order; one that is not done can be taken out of order, and the order changed. */
export function DriverStops({ stops, current, onChoose, onOrder }: DriverStopsProps) {
  const [ordering, setOrdering] = useState(false);
  const open = stops.filter((stop) => !isDone(stop)).map((stop) => stop.id);
  const move = (id: string, by: -1 | 1) => {
    const at = open.indexOf(id);
    const other = open[at + by];
    if (other === undefined) return;
    onOrder?.(open.map((one, i) => (i === at ? other : i === at + by ? id : one)));
  };
  return (
    <div className="flex flex-col gap-2">
      <div className="flex min-h-11 items-center justify-between">
        <h3 className="font-semibold">Stops</h3>
        {onOrder && open.length > 1 && (
          <Button
            size="lg"
            variant="ghost"
            icon={<ArrowUpDown />}
            aria-pressed={ordering}
            onClick={() => setOrdering(!ordering)}
          >
            {ordering ? "Order is right" : "Change order"}
          </Button>
        )}
      </div>
      <ol aria-label="All stops" className="divide-y rounded-xl border bg-surface">
        {stops.map((stop) => {
          const line = "flex min-h-16 w-full min-w-0 items-center gap-3 px-4 py-2.5 text-left";
          const isOpen = open.includes(stop.id);
          return (
            <li key={stop.id} aria-current={stop.id === current ? "step" : undefined} className="flex items-center">
              {onChoose && isOpen && stop.id !== current && !ordering ? (
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
              {ordering && isOpen && (
                <span className="flex shrink-0 gap-1 pr-2">
                  <IconButton
                    size="lg"
                    label={`${stop.practice} earlier`}
                    icon={<ArrowUp />}
                    disabled={open[0] === stop.id}
                    onClick={() => move(stop.id, -1)}
                  />
                  <IconButton
                    size="lg"
                    label={`${stop.practice} later`}
                    icon={<ArrowDown />}
                    disabled={open.at(-1) === stop.id}
                    onClick={() => move(stop.id, 1)}
                  />
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function Line({ stop }: { stop: DayStop }) {
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
          <Detail stop={stop} />
        </span>
      </span>
      {stop.status !== "planned" && <StopStatusBadge status={stop.status} />}
    </>
  );
}

function Detail({ stop }: { stop: DayStop }) {
  if (stop.status === "delivered" && stop.completedAt)
    return (
      <>
        {[stop.deliveredTo, stop.collectedFrom !== null && "collected"].filter(Boolean).join(", ") || "Done"},{" "}
        <DateTime iso={stop.completedAt} format="time" />
      </>
    );
  if (stop.status === "failed") return stop.failure;
  const waits = toFetch(stop).length > 0 && "to collect";
  const open = stop.windowFrom && `${stop.windowFrom}–${stop.windowTo}`;
  return (
    <>
      {stop.expectedAt && (
        <>
          About <DateTime iso={stop.expectedAt} format="time" />
          {" · "}
        </>
      )}
      {[waits, open, stop.addressLines.at(-1)].filter(Boolean).join(" · ")}
    </>
  );
}
