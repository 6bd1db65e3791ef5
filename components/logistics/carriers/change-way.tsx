"use client";

import { Waypoints } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { changeWay } from "@/lib/logistics/carriers/actions";
import type { Way } from "@/lib/logistics/carriers/way";
import { refusalText, useAction } from "../../forms/use-action";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { toast } from "../../ui/toast";
import { WayFields } from "../parcels/way-fields";

type ChangeWayProps = {
  shipment: { id: string; number: string; version: number };
  way: Way;
  carriers: readonly { id: string; name: string }[];
};

/** Sends a shipment another way while it is in the lab. */
export function ChangeWay({ shipment, way, carriers }: ChangeWayProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(way);
  const [error, setError] = useState<string>();
  const { run, pending } = useAction(changeWay, {
    onSuccess: () => {
      setOpen(false);
      toast.success(`${shipment.number} goes another way`);
      router.refresh();
    },
    onRefused: (refusal) => setError(refusalText(refusal)),
  });
  return (
    <Dialog
      title={`How ${shipment.number} goes`}
      size="sm"
      open={open}
      onOpenChange={setOpen}
      trigger={<Button icon={<Waypoints />}>Change how it goes</Button>}
    >
      <div className="flex flex-col gap-4">
        <WayFields way={wanted} carriers={carriers} onChange={setWanted} error={error} />
        <Button
          variant="primary"
          loading={pending}
          onClick={() => run({ id: shipment.id, version: shipment.version, ...wanted })}
        >
          Save
        </Button>
      </div>
    </Dialog>
  );
}
