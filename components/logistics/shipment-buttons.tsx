"use client";

import { Boxes, PackageOpen, Printer, Truck } from "lucide-react";
import { useRouter } from "next/navigation";
import { unpackShipment } from "@/lib/logistics/actions";
import { packAgain } from "@/lib/logistics/parcels/actions";
import type { RouteChoice } from "@/lib/logistics/route-queries";
import type { ShipmentDetail } from "@/lib/logistics/shipment-queries";
import { useAction } from "../forms/use-action";
import { Button, LinkButton } from "../ui/button";
import { toast } from "../ui/toast";
import { ChangeWay } from "./carriers/change-way";
import { CarrierDelivered, CarrierFailed, TakeBack } from "./carriers/end-dialogs";
import { HandToCarrier } from "./carriers/hand-to-carrier";
import { HandToCollector } from "./carriers/hand-to-collector";
import { PutOnRoute } from "./put-on-route";
import { TakeOff } from "./shipment-table";

type ShipmentButtonsProps = {
  shipment: ShipmentDetail;
  canPack: boolean;
  canPlan: boolean;
  routes: RouteChoice[];
  drivers: { id: string; name: string }[];
  carriers: { id: string; name: string }[];
  reasons: { id: string; label: string }[];
  today: string;
};

/** What can be done with a shipment in the state it is in and the way it goes. */
export function ShipmentButtons({ shipment, canPack, canPlan, ...choices }: ShipmentButtonsProps) {
  const { status, method, type } = shipment;
  const isPickup = type === "pickup";
  return (
    <>
      {canPack && !isPickup && <PackingButtons shipment={shipment} carriers={choices.carriers} />}
      {canPack && status === "cancelled" && !isPickup && <PackAgain shipment={shipment} />}
      {canPlan && status === "scheduled" && <TakeOff shipments={[shipment]} />}
      {canPlan && status === "ready" && method === "driver" && (
        <PutOnRoute
          shipments={[shipment]}
          routes={choices.routes}
          drivers={choices.drivers}
          today={choices.today}
          trigger={
            <Button variant="primary" icon={<Truck />}>
              Put on a route
            </Button>
          }
        />
      )}
      {canPack && method === "carrier" && <CarrierButtons shipment={shipment} {...choices} />}
      {canPack && method === "collected" && status === "ready" && <HandToCollector shipment={shipment} />}
    </>
  );
}

function PackingButtons({ shipment, carriers }: Pick<ShipmentButtonsProps, "shipment" | "carriers">) {
  const router = useRouter();
  const { id, version, status, method, carrier } = shipment;
  const again = useAction(packAgain, { onSuccess: () => router.push(`/shipments/${id}`) });
  const unpack = useAction(unpackShipment, {
    onSuccess: (unpacked) => {
      toast.undo(`${unpacked.number} unpacked`, () => again.run({ id, version: unpacked.version }));
      router.push("/shipments");
    },
  });
  if (status !== "ready" && status !== "scheduled") return null;
  return (
    <>
      <LinkButton href={`/shipments/${id}/repack`} icon={<Boxes />}>
        Repack
      </LinkButton>
      {status === "ready" && (
        <>
          <Button icon={<PackageOpen />} loading={unpack.pending} onClick={() => unpack.run({ id, version })}>
            Unpack
          </Button>
          <ChangeWay shipment={shipment} way={{ method, carrierId: carrier?.id ?? null }} carriers={carriers} />
        </>
      )}
    </>
  );
}

function PackAgain({ shipment }: Pick<ShipmentButtonsProps, "shipment">) {
  const router = useRouter();
  const { run, pending } = useAction(packAgain, {
    onSuccess: ({ number }) => {
      toast.success(`${number} is packed again`);
      router.refresh();
    },
  });
  return (
    <Button
      variant="primary"
      icon={<Boxes />}
      loading={pending}
      onClick={() => run({ id: shipment.id, version: shipment.version })}
    >
      Pack again
    </Button>
  );
}

function CarrierButtons({ shipment, reasons, today }: Pick<ShipmentButtonsProps, "shipment" | "reasons" | "today">) {
  const { status, parcels } = shipment;
  const carrier = shipment.carrier?.name ?? "the parcel service";
  if (status === "ready") return <HandToCarrier shipment={shipment} carrier={carrier} parcels={parcels} />;
  if (status === "failed") return <TakeBack shipment={shipment} />;
  if (status !== "in_transit") return null;
  return (
    <>
      <HandToCarrier shipment={shipment} carrier={carrier} parcels={parcels} isGone />
      <CarrierFailed shipment={shipment} reasons={reasons} />
      <CarrierDelivered shipment={shipment} today={today} />
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
