import type { RouteDetail } from "@/lib/logistics/route-queries";
import { DateTime } from "../ui/time";

/** A route's day and driver, and when it was started and done. */
export function RouteSubtitle({ route }: { route: RouteDetail }) {
  return (
    <>
      <DateTime iso={route.routeDate} format="day" /> · {route.driver ?? "no driver yet"}
      {route.startedAt && (
        <>
          {" · started "}
          <DateTime iso={route.startedAt.toISOString()} format="time" />
        </>
      )}
      {route.completedAt && (
        <>
          {", done "}
          <DateTime iso={route.completedAt.toISOString()} format="time" />
        </>
      )}
    </>
  );
}
