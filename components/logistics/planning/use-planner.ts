"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { orderStops, putOnRoute } from "@/lib/logistics/actions";
import { moveStop, takeStopOff } from "@/lib/logistics/planning/actions";
import type { RouteStopDetail } from "@/lib/logistics/route-queries";
import { useAction } from "../../forms/use-action";
import { useOrder } from "../../settings/order/use-order";
import { toast } from "../../ui/toast";

/** The stops of a route in the order shown, and what can be done with them; each is kept by the lab at once and most can be undone. */
export function usePlanner(routeId: string, stops: RouteStopDetail[]) {
  const router = useRouter();
  const [said, setSaid] = useState("");
  const { shown, onOrder } = useOrder(stops, (stopIds) => orderStops({ routeId, stopIds }));
  const nameOf = (id: string) => stops.find((stop) => stop.id === id)?.practice ?? "The stop";
  const back = useAction(moveStop, { onSuccess: () => router.refresh() });
  const putBack = useAction(putOnRoute, { onSuccess: () => router.refresh() });
  const move = useAction(moveStop, {
    onSuccess: ({ stopId, from, to }) => {
      router.refresh();
      toast.undo(`Moved to ${to.name}`, () => back.run({ stopId, toRouteId: from.id, position: from.position }));
    },
  });
  const off = useAction(takeStopOff, {
    onSuccess: ({ shipmentIds }) => {
      router.refresh();
      if (shipmentIds.length > 0) toast.undo("Taken off the route", () => putBack.run({ shipmentIds, routeId }));
      else toast.success("Taken off the route");
    },
  });
  return {
    ordered: shown,
    said,
    put: (ids: string[], moved: string) => {
      setSaid(`${nameOf(moved)} is now stop ${ids.indexOf(moved) + 1} of ${ids.length}.`);
      onOrder(ids);
    },
    moveTo: (stopId: string, toRouteId: string) => move.run({ stopId, toRouteId }),
    takeOff: ({ id, version }: RouteStopDetail) => off.run({ stopId: id, version }),
  };
}
