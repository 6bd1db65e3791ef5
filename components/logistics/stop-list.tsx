"use client";

import { ArrowDown, ArrowUp, GripVertical } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { orderStops } from "@/lib/logistics/actions";
import type { RouteStopDetail } from "@/lib/logistics/route-queries";
import { useAction } from "../forms/use-action";
import { IconButton } from "../ui/button";
import { cn } from "../ui/cn";
import { toast } from "../ui/toast";
import { type PlannedStop, StopFacts } from "./stop-facts";

type StopListProps = {
  routeId: string;
  stops: RouteStopDetail[];
  date: string;
  movable: boolean;
  /** By the id of the stop. */
  planned?: ReadonlyMap<string, PlannedStop>;
};

/** The stops of a route in order; while it is planned they move by drag or with the arrows, and the new order is kept at once. */
export function StopList({ routeId, stops, date, movable, planned }: StopListProps) {
  const { order, ordered, move, over, drag } = useOrder(routeId, stops);
  return (
    <ol className="divide-y">
      {ordered.map((stop, i) => (
        <li
          key={stop.id}
          draggable={movable}
          onDragStart={() => drag.start(stop.id)}
          onDragOver={(event) => drag.over(event, stop.id)}
          onDrop={() => drag.drop(stop.id)}
          onDragEnd={drag.end}
          className={cn("flex items-start gap-3 px-4 py-3", over === stop.id && "bg-hover")}
        >
          {movable && (
            <GripVertical aria-hidden className="mt-1 size-4 shrink-0 cursor-grab text-muted max-sm:hidden" />
          )}
          <span
            aria-hidden
            className="flex size-7 shrink-0 items-center justify-center rounded-full border bg-sunken text-sm font-semibold tabular-nums"
          >
            {i + 1}
          </span>
          <StopFacts stop={stop} date={date} planned={order ? undefined : planned?.get(stop.id)} />
          {movable && (
            <span className="flex shrink-0 max-sm:flex-col">
              <IconButton
                label={`Move ${stop.practice} up`}
                icon={<ArrowUp />}
                size="sm"
                disabled={i === 0}
                onClick={() => move(stop.id, i - 1)}
              />
              <IconButton
                label={`Move ${stop.practice} down`}
                icon={<ArrowDown />}
                size="sm"
                disabled={i === ordered.length - 1}
                onClick={() => move(stop.id, i + 1)}
              />
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

function useOrder(routeId: string, stops: RouteStopDetail[]) {
  const router = useRouter();
  const [order, setOrder] = useState<string[] | null>(null);
  const [held, setHeld] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const { run } = useAction(orderStops, {
    onSuccess: () => router.refresh(),
    onRefused: (refusal) => {
      setOrder(null);
      toast.error(refusal.formError ?? "The order could not be changed.");
      router.refresh();
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the server says replaces the order shown meanwhile
  useEffect(() => setOrder(null), [stops]);

  const ordered = order
    ? order.map((id) => stops.find((stop) => stop.id === id)).filter((stop) => stop !== undefined)
    : stops;
  const move = (id: string, to: number) => {
    const ids = ordered.map((stop) => stop.id).filter((other) => other !== id);
    ids.splice(to, 0, id);
    setOrder(ids);
    run({ routeId, stopIds: ids });
  };
  const drag = {
    start: (id: string) => setHeld(id),
    over: (event: { preventDefault: () => void }, id: string) => {
      if (!held) return;
      event.preventDefault();
      setOver(id);
    },
    drop: (id: string) => {
      if (held && held !== id)
        move(
          held,
          ordered.findIndex((stop) => stop.id === id),
        );
    },
    end: () => {
      setHeld(null);
      setOver(null);
    },
  };
  return { order, ordered, move, over: held ? over : null, drag };
}
