import Link from "next/link";
import type { MapRoute, MapStop } from "@/lib/logistics/dispatch/day-map";
import { DateTime } from "../../ui/time";
import { LatenessWords, StopStateBadge, StopTime } from "./lateness-words";

const link = "text-accent-text underline underline-offset-2";

/** The facts of the stop that was chosen on the map or in the list. */
export function ChosenStop({ route, stop }: { route: MapRoute; stop: MapStop }) {
  return (
    <div className="space-y-1 p-4 text-sm">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-semibold tabular-nums">
          {route.letter}
          {stop.number}
        </span>
        <Link href={`/practices/${stop.practiceId}`} className="font-medium hover:underline">
          {stop.practice}
        </Link>
        <StopStateBadge stop={stop} />
      </p>
      <p className="text-muted">
        {stop.address}
        {stop.phone && (
          <>
            {" · "}
            <a href={`tel:${stop.phone}`} className={link}>
              {stop.phone}
            </a>
          </>
        )}
      </p>
      <p className="tabular-nums">
        <StopTime stop={stop} />
        {stop.windowFrom && stop.windowTo && ` · open ${stop.windowFrom}–${stop.windowTo}`}
        {stop.dueOn && (
          <>
            {" · promised for "}
            <DateTime iso={stop.dueOn} format="day" />
          </>
        )}
      </p>
      <p>
        <LatenessWords stop={stop} />
      </p>
      {stop.status === "failed" && (
        <p className="text-danger-text">
          {stop.failure}
          {stop.failureNote && `: ${stop.failureNote}`}
        </p>
      )}
      {stop.receiver && <p>Received by {stop.receiver}</p>}
      <p className="flex flex-wrap gap-x-3">
        <Link href={`/routes/${route.id}`} className={link}>
          {route.name}
        </Link>
        {stop.shipments.map(({ id, number, type }) => (
          <Link key={id} href={`/shipments/${id}`} className={`${link} tabular-nums`}>
            {number}
            {type === "pickup" && " (pick-up)"}
          </Link>
        ))}
      </p>
    </div>
  );
}
