"use client";

import { DndContext, MouseSensor, pointerWithin, TouchSensor, useSensor, useSensors } from "@dnd-kit/core";
import { useId, useState } from "react";
import { type Plan, plannedTimes } from "@/lib/logistics/planning/planned-times";
import type { RouteStopDetail } from "@/lib/logistics/route-queries";
import { OtherRoutes, otherRouteOf } from "./other-routes";
import { PlanTotals } from "./plan-totals";
import { PlannerRow } from "./planner-row";
import { usePlanner } from "./use-planner";

type StopPlannerProps = {
  routeId: string;
  stops: RouteStopDetail[];
  date: string;
  /** What the times follow from; null when a place is not known. */
  plan: Plan | null;
  /** Other routes of the day that a stop may move to. */
  others: { id: string; name: string }[];
};

/**
 * The stops of a route that is being planned: dragged by mouse or finger, carried by the arrow keys on a grip, or moved by buttons, also
 * to another route of the day. The times of the order under way show at once; what is dropped is kept.
 */
export function StopPlanner({ routeId, stops, date, plan, others }: StopPlannerProps) {
  const id = useId();
  const [under, setUnder] = useState<string[] | null>(null);
  const { ordered, put, moveTo, takeOff, said } = usePlanner(routeId, stops);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 180, tolerance: 8 } }),
  );
  const ids = ordered.map((stop) => stop.id);
  const times = plan && plannedTimes(plan, under ?? ids);
  const orderWith = (active: string, over: string | undefined) => {
    const to = ids.indexOf(over ?? "");
    if (to < 0 || active === over) return null;
    const next = ids.filter((one) => one !== active);
    next.splice(to, 0, active);
    return next;
  };
  return (
    <DndContext
      id={id}
      sensors={sensors}
      collisionDetection={pointerWithin}
      onDragOver={({ active, over }) => setUnder(orderWith(String(active.id), over ? String(over.id) : undefined))}
      onDragCancel={() => setUnder(null)}
      onDragEnd={({ active, over }) => {
        setUnder(null);
        const route = otherRouteOf(over?.id);
        const next = orderWith(String(active.id), over ? String(over.id) : undefined);
        if (route) moveTo(String(active.id), route);
        else if (next) put(next, String(active.id));
      }}
    >
      {times && <PlanTotals times={times} under={under !== null} />}
      <ol aria-label="Stops" className="divide-y">
        {ordered.map((stop, i) => (
          <PlannerRow
            key={stop.id}
            stop={stop}
            date={date}
            number={i + 1}
            count={ordered.length}
            planned={times?.stops.get(stop.id)}
            others={others}
            onMove={(by) => {
              const next = ids.toSpliced(i, 1).toSpliced(i + by, 0, stop.id);
              if (i + by >= 0 && i + by < ids.length) put(next, stop.id);
            }}
            onMoveTo={(to) => moveTo(stop.id, to)}
            onTakeOff={() => takeOff(stop)}
          />
        ))}
      </ol>
      {others.length > 0 && <OtherRoutes routes={others} />}
      <p role="status" className="sr-only">
        {said}
      </p>
    </DndContext>
  );
}
