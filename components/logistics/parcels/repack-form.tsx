"use client";

import { PackageCheck } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ToothNotation } from "@/lib/access/actor";
import { repackShipment } from "@/lib/logistics/parcels/actions";
import { type ArrangedParcel, arrangementOf, filled } from "@/lib/logistics/parcels/arrangement";
import type { WaitingItem } from "@/lib/logistics/waiting";
import { useAction } from "../../forms/use-action";
import { Button, LinkButton } from "../../ui/button";
import { toast } from "../../ui/toast";
import { PackingTable, useArrangement } from "./packing-table";

type RepackFormProps = {
  shipment: { id: string; version: number };
  parcels: readonly ArrangedParcel[];
  /** What is in the shipment, and what waits for its practice. */
  items: readonly WaitingItem[];
  notation: ToothNotation;
};

/** Packs a shipment anew: what is left out waits again, an empty parcel is gone. */
export function RepackForm({ shipment, parcels, items, notation }: RepackFormProps) {
  const router = useRouter();
  const [arrangement, move] = useArrangement(arrangementOf(parcels));
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID());
  const { run, pending } = useAction((input: Parameters<typeof repackShipment>[0]) => repackShipment(input), {
    onSuccess: ({ number }) => {
      toast.success(`${number} packed anew`, "Print the labels again.");
      router.push(`/shipments/${shipment.id}`);
    },
  });
  const wanted = filled(arrangement);
  return (
    <div className="flex flex-col gap-4">
      <PackingTable
        items={items}
        arrangement={arrangement}
        notation={notation}
        move={(next) => {
          setKey(crypto.randomUUID());
          move(next);
        }}
      />
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          size="lg"
          icon={<PackageCheck />}
          loading={pending}
          disabled={wanted.length === 0}
          onClick={() => run({ ...shipment, parcels: wanted, idempotencyKey })}
        >
          {wanted.length < 2 ? "Keep 1 parcel" : `Keep ${wanted.length} parcels`}
        </Button>
        <LinkButton href={`/shipments/${shipment.id}`} size="lg">
          Leave as it was
        </LinkButton>
      </div>
    </div>
  );
}
