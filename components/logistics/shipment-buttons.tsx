"use client";

import { PackageOpen, Printer, Truck } from "lucide-react";
import { useRouter } from "next/navigation";
import { unpackShipment } from "@/lib/logistics/actions";
import type { RouteChoice } from "@/lib/logistics/route-queries";
import type { ShipmentStatus } from "@/lib/logistics/vocabulary";
import { useAction } from "../forms/use-action";
import { Button } from "../ui/button";
import { toast } from "../ui/toast";
import { PutOnRoute } from "./put-on-route";
import { TakeOff } from "./shipment-table";

type ShipmentButtonsProps = {
  shipment: { id: string; number: string; version: number; status: ShipmentStatus };
  canPack: boolean;
  canPlan: boolean;
  routes: RouteChoice[];
  drivers: { id: string; name: string }[];
  today: string;
};

/** What can be done with a shipment in the state it is in. */
export function ShipmentButtons({ shipment, canPack, canPlan, routes, drivers, today }: ShipmentButtonsProps) {
  const router = useRouter();
  const unpack = useAction(unpackShipment, {
    onSuccess: ({ number }) => {
      toast.success(`${number} unpacked`, "Its items wait to be packed again.");
      router.push("/shipments");
    },
  });
  return (
    <>
      {canPack && shipment.status === "ready" && (
        <Button
          icon={<PackageOpen />}
          loading={unpack.pending}
          onClick={() => unpack.run({ id: shipment.id, version: shipment.version })}
        >
          Unpack
        </Button>
      )}
      {canPlan && shipment.status === "scheduled" && <TakeOff shipments={[shipment]} />}
      {canPlan && shipment.status === "ready" && (
        <PutOnRoute
          shipments={[shipment]}
          routes={routes}
          drivers={drivers}
          today={today}
          trigger={
            <Button variant="primary" icon={<Truck />}>
              Put on a route
            </Button>
          }
        />
      )}
    </>
  );
}

/** Opens the browser's print window. */
export function PrintButton({ label }: { label: string }) {
  return (
    <Button variant="primary" icon={<Printer />} onClick={() => window.print()}>
      {label}
    </Button>
  );
}
