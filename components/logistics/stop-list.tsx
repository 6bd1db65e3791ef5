import type { RouteStopDetail } from "@/lib/logistics/route-queries";
import { TakeOffButton } from "./planning/take-off-button";
import { StopFacts } from "./stop-facts";

type StopListProps = {
  stops: RouteStopDetail[];
  date: string;
  /** On the road: stops that the driver has not come to and has nothing on board for can be taken off. */
  onRoad: boolean;
};

/** The stops of a route in order, as they are. */
export function StopList({ stops, date, onRoad }: StopListProps) {
  return (
    <ol aria-label="Stops" className="divide-y">
      {stops.map((stop, i) => (
        <li key={stop.id} className="flex items-start gap-3 px-4 py-3">
          <StopNumber number={i + 1} />
          <StopFacts stop={stop} date={date} />
          {onRoad && isOpen(stop) && <TakeOffButton stopId={stop.id} version={stop.version} practice={stop.practice} />}
        </li>
      ))}
    </ol>
  );
}

const isOpen = ({ status, shipments }: RouteStopDetail) =>
  (status === "planned" || status === "skipped") && shipments.every((shipment) => shipment.status === "scheduled");

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
