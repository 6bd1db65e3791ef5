"use client";

import { Pencil, Trash2, Waypoints } from "lucide-react";
import { useRouter } from "next/navigation";
import { deleteRoute, orderStops, orderStopsBest, restoreRoute } from "@/lib/logistics/actions";
import type { RouteDetail } from "@/lib/logistics/route-queries";
import { useAction } from "../forms/use-action";
import { Button } from "../ui/button";
import { toast } from "../ui/toast";
import { RouteDialog } from "./route-form";

/** Changes a planned route, puts its stops into the best order, or deletes it while it carries nothing; both with undo. */
export function RouteButtons({ route, drivers }: { route: RouteDetail; drivers: { id: string; name: string }[] }) {
  const router = useRouter();
  const restore = useAction(restoreRoute, { onSuccess: ({ id }) => router.push(`/routes/${id}`) });
  const remove = useAction(deleteRoute, {
    onSuccess: ({ id, name }) => {
      toast.undo(`${name} deleted`, () => restore.run({ id }));
      router.push(`/routes?day=${route.routeDate}`);
    },
  });
  const undoOrder = useAction(orderStops, { onSuccess: () => router.refresh() });
  const best = useAction(orderStopsBest, {
    onSuccess: ({ routeId, before, changed }) => {
      router.refresh();
      if (changed) toast.undo("The stops are in the best order", () => undoOrder.run({ routeId, stopIds: before }));
      else toast.info("The stops are in the best order already");
    },
  });
  return (
    <>
      {route.stops.length > 1 && (
        <Button icon={<Waypoints />} loading={best.pending} onClick={() => best.run({ id: route.id })}>
          Best order
        </Button>
      )}
      {route.stops.every((stop) => stop.shipments.length === 0) && (
        <Button icon={<Trash2 />} loading={remove.pending} onClick={() => remove.run({ id: route.id })}>
          Delete
        </Button>
      )}
      <RouteDialog
        route={route}
        day={route.routeDate}
        drivers={drivers}
        trigger={<Button icon={<Pencil />}>Change</Button>}
      />
    </>
  );
}
