import type { RouteStopDetail } from "@/lib/logistics/route-queries";
import { StopFacts } from "./stop-facts";

/** The stops of a route in order, as they are. */
export function StopList({ stops, date }: { stops: RouteStopDetail[]; date: string }) {
  return (
    <ol aria-label="Stops" className="divide-y">
      {stops.map((stop, i) => (
        <li key={stop.id} className="flex items-start gap-3 px-4 py-3">
          <StopNumber number={i + 1} />
          <StopFacts stop={stop} date={date} />
        </li>
      ))}
    </ol>
  );
}

/** A stop's place in the order; the list itself tells it to who cannot see it. */
export function StopNumber({ number }: { number: number }) {
  return (
    <span
      aria-hidden
      className="flex size-7 shrink-0 items-center justify-center rounded-full border bg-sunken text-sm font-semibold tabular-nums"
    >
      {number}
    </span>
  );
}
