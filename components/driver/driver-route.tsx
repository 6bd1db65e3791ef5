"use client";

import { useState } from "react";
import { nextStop } from "@/lib/logistics/next-stop";
import { type Day, type DayRoute, isDone } from "@/lib/logistics/road/day";
import { RouteStatusBadge } from "../logistics/status-badges";
import { Progress } from "../ui/progress";
import { CountVan } from "./count-van";
import { DayDone } from "./day-done";
import { DriverStops } from "./driver-stops";
import { LoadVan } from "./load-van";
import { StopActions } from "./stop-actions";
import { StopCard } from "./stop-card";
import type { Road } from "./use-road-phone";

/** One route of the driver: load and start, then the stop at hand large with what to do under the thumb, then the count. */
export function DriverRoute({ route, day, road }: { route: DayRoute; day: Day; road: Road }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const open = route.stops.find((stop) => stop.id === chosen && !isDone(stop));
  const stop = route.status === "in_progress" ? (open ?? nextStop(route.stops)) : null;
  const done = route.stops.filter(isDone).length;
  return (
    <section aria-label={route.name} className="flex flex-col gap-4">
      <header className="flex flex-col gap-2">
        <div className="flex items-center justify-between gap-3">
          <h2 className="text-lg font-semibold">{route.name}</h2>
          <RouteStatusBadge status={route.status} />
        </div>
        <Progress
          label={`${done} of ${route.stops.length} stops done`}
          showValue
          value={done}
          max={Math.max(route.stops.length, 1)}
        />
      </header>
      {route.status === "planned" && <LoadVan route={route} day={day} act={road.act} />}
      {stop && <StopCard stop={stop} date={route.routeDate} position={`${stop.position} of ${route.stops.length}`} />}
      {route.status === "in_progress" && !stop && <CountVan route={route} act={road.act} />}
      {route.status === "completed" && <DayDone route={route} />}
      <DriverStops
        stops={route.stops}
        current={stop?.id ?? null}
        onChoose={route.status === "in_progress" ? setChosen : null}
        onOrder={
          route.status === "completed"
            ? null
            : (stopIds) => void road.act({ kind: "reorder", routeId: route.id, stopIds })
        }
      />
      {stop && (
        <StopActions key={stop.id} route={route} stop={stop} day={day} act={road.act} onEnded={() => setChosen(null)} />
      )}
    </section>
  );
}
