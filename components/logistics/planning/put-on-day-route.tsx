"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { putOnRoute, takeOffRoute } from "@/lib/logistics/actions";
import { addOnRoad } from "@/lib/logistics/planning/actions";
import { useAction } from "../../forms/use-action";
import { Button } from "../../ui/button";
import { DropdownMenu, MenuItem } from "../../ui/dropdown-menu";
import { toast } from "../../ui/toast";

type PutOnDayRouteProps = {
  practice: string;
  shipmentIds: string[];
  routes: { id: string; name: string }[];
  /** Routes on the road whose driver could be sent there as well; none when something has to be brought. */
  onRoad: { id: string; name: string }[];
};

/** Puts what waits for a practice on one of the day's routes by hand; undone from the message. */
export function PutOnDayRoute({ practice, shipmentIds, routes, onRoad }: PutOnDayRouteProps) {
  const router = useRouter();
  const back = useAction(takeOffRoute, { onSuccess: () => router.refresh() });
  const put = useAction(putOnRoute, {
    onSuccess: ({ routeId }) => {
      router.refresh();
      const name = routes.find(({ id }) => id === routeId)?.name ?? "the route";
      toast.undo(`${practice} put on ${name}`, () => back.run({ shipmentIds }));
    },
  });
  const send = useAction(addOnRoad, {
    onSuccess: () => {
      router.refresh();
      toast.success(`The driver is sent to ${practice} as well`);
    },
  });
  if (routes.length + onRoad.length === 0) return null;
  return (
    <DropdownMenu
      label={`Routes for ${practice}`}
      trigger={
        <Button size="sm" icon={<Plus />} loading={put.pending} aria-label={`Put ${practice} on a route`}>
          Put on a route
        </Button>
      }
    >
      {routes.map((route) => (
        <MenuItem key={route.id} onSelect={() => put.run({ shipmentIds, routeId: route.id })}>
          {route.name}
        </MenuItem>
      ))}
      {onRoad.map((route) => (
        <MenuItem key={route.id} onSelect={() => send.run({ shipmentIds, routeId: route.id })}>
          {route.name}, on the road
        </MenuItem>
      ))}
    </DropdownMenu>
  );
}
