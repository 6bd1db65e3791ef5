import type { DayRoute } from "@/lib/logistics/road/day";
import { Notice } from "../ui/notice";
import { DateTime } from "../ui/time";

/** A route that is over, in figures. */
export function DayDone({ route }: { route: DayRoute }) {
  const delivered = route.stops.filter((stop) => stop.deliveredTo !== null).length;
  const collected = route.stops.filter((stop) => stop.collectedFrom !== null).length;
  const failed = route.stops.filter((stop) => stop.status === "failed");
  return (
    <Notice tone={failed.length > 0 ? "warning" : "success"} title="Route done">
      <ul className="flex flex-col gap-0.5 text-base">
        <li>
          Delivered at {delivered} of {route.stops.length} stops
        </li>
        {collected > 0 && <li>Collected at {collected}</li>}
        {failed.length > 0 && <li>Not delivered: {failed.map((stop) => stop.practice).join(", ")}</li>}
        {route.startedAt && route.completedAt && (
          <li>
            <DateTime iso={route.startedAt} format="time" /> to <DateTime iso={route.completedAt} format="time" />
          </li>
        )}
      </ul>
    </Notice>
  );
}
