"use client";

import { Undo2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { addOnRoad, takeStopOff } from "@/lib/logistics/planning/actions";
import { useAction } from "../../forms/use-action";
import { Button } from "../../ui/button";
import { toast } from "../../ui/toast";

type TakeOffButtonProps = { stopId: string; version: number; practice: string };

/** Takes a stop off a route on the road; what was to be fetched there waits again, which can be undone. */
export function TakeOffButton({ stopId, version, practice }: TakeOffButtonProps) {
  const router = useRouter();
  const back = useAction(addOnRoad, { onSuccess: () => router.refresh() });
  const off = useAction(takeStopOff, {
    onSuccess: ({ routeId, shipmentIds }) => {
      router.refresh();
      const told = `${practice} taken off the route`;
      if (shipmentIds.length > 0) toast.undo(told, () => back.run({ routeId, shipmentIds }));
      else toast.success(told);
    },
  });
  return (
    <Button
      size="sm"
      icon={<Undo2 />}
      loading={off.pending}
      aria-label={`Take ${practice} off the route`}
      onClick={() => off.run({ stopId, version })}
    >
      Take off
    </Button>
  );
}
