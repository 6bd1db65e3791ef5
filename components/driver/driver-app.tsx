"use client";

import { Truck } from "lucide-react";
import { useState } from "react";
import type { Day } from "@/lib/logistics/road/day";
import { Button } from "../ui/button";
import { EmptyState, Skeleton } from "../ui/states";
import { DateTime } from "../ui/time";
import { DriverRoute } from "./driver-route";
import { RefusedNotes } from "./refused-notes";
import { StateLine } from "./state-line";
import { useRoadPhone } from "./use-road-phone";
import { useWorker } from "./use-worker";

/** The driver's day. It works from what the phone keeps, with a connection or without one. */
export function DriverApp({ day }: { day: Day }) {
  useWorker(day.userId, day.build);
  const road = useRoadPhone(day);
  const [chosen, setChosen] = useState<string | null>(null);
  if (!road)
    return (
      <div className="flex flex-col gap-4" aria-busy>
        <Skeleton className="h-11" />
        <Skeleton className="h-72" />
      </div>
    );
  const { state } = road;
  const { routes, today } = state.day;
  const route =
    routes.find((one) => one.id === chosen) ?? routes.find((one) => one.status !== "completed") ?? routes[0];
  return (
    <div data-density="touch" className="flex flex-col gap-4 pb-40">
      <StateLine state={state} build={day.build} onSend={road.sync} />
      <RefusedNotes refused={state.refused} onRead={road.read} />
      {routes.length > 1 && (
        <nav aria-label="Routes of the day" className="flex gap-2 overflow-x-auto">
          {routes.map((one) => (
            <Button
              key={one.id}
              size="lg"
              variant={one.id === route?.id ? "secondary" : "ghost"}
              aria-current={one.id === route?.id}
              onClick={() => setChosen(one.id)}
            >
              {one.name}
              {one.routeDate !== today && <DateTime iso={one.routeDate} format="day" />}
            </Button>
          ))}
        </nav>
      )}
      {route ? (
        <DriverRoute key={route.id} route={route} day={state.day} road={road} />
      ) : (
        <EmptyState
          icon={<Truck strokeWidth={1.5} />}
          title="No route for you today"
          hint="When the lab plans one for you, it shows here by itself."
        />
      )}
    </div>
  );
}
