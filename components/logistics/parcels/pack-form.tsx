"use client";

import { PackageCheck } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ToothNotation } from "@/lib/access/actor";
import { unpackShipment } from "@/lib/logistics/actions";
import type { Way } from "@/lib/logistics/carriers/way";
import { packParcels } from "@/lib/logistics/parcels/actions";
import { arrangementOf, filled } from "@/lib/logistics/parcels/arrangement";
import type { WaitingItem } from "@/lib/logistics/waiting";
import { refusalText, useAction } from "../../forms/use-action";
import { Button } from "../../ui/button";
import { Panel } from "../../ui/card";
import { toast } from "../../ui/toast";
import { PackingTable, useArrangement } from "./packing-table";
import { WayFields } from "./way-fields";

type PackFormProps = {
  practiceId: string;
  items: readonly WaitingItem[];
  /** Items that lie in the first parcel from the start. */
  chosen: readonly string[];
  usualWay: Way;
  carriers: readonly { id: string; name: string }[];
  notation: ToothNotation;
};

/** Packs what waits for a practice into the parcels of one shipment. */
export function PackForm({ practiceId, items, chosen, usualWay, carriers, notation }: PackFormProps) {
  const router = useRouter();
  const [arrangement, move] = useArrangement(arrangementOf([{ id: null, itemIds: chosen }]));
  const [way, setWay] = useState(usualWay);
  const [error, setError] = useState<string>();
  // A press that is repeated because nobody heard the answer packs once: the key stays until what it was for has changed.
  const [sending, setSending] = useState({ key: "", of: "" });
  const unpack = useAction(unpackShipment, {
    onSuccess: ({ number }) => {
      toast.info(`${number} unpacked`);
      router.push(`/shipments/pack/${practiceId}`);
    },
  });
  const { run, pending } = useAction(packParcels, {
    onSuccess: ({ id, number, version }) => {
      toast.undo(`${number} packed`, () => unpack.run({ id, version }));
      router.push(`/shipments/${id}`);
    },
    onRefused: (refusal) => {
      setError(refusal.fieldErrors?.carrierId?.[0]);
      setSending({ key: "", of: "" });
      if (!refusal.fieldErrors?.carrierId) toast.error(refusalText(refusal));
      router.refresh();
    },
  });
  const parcels = filled(arrangement);
  const send = () => {
    if (way.method === "carrier" && !way.carrierId) return setError("Choose the parcel service.");
    const input = { practiceId, parcels: parcels.map(({ itemIds }) => ({ itemIds })), way };
    const of = JSON.stringify(input);
    const key = sending.of === of ? sending.key : crypto.randomUUID();
    setSending({ key, of });
    run({ ...input, idempotencyKey: key });
  };
  return (
    <div className="flex flex-col gap-4">
      <PackingTable items={items} arrangement={arrangement} move={move} notation={notation} />
      <Panel title="Shipment">
        <div className="flex flex-col gap-4">
          <WayFields
            way={way}
            carriers={carriers}
            error={error}
            onChange={(next) => {
              setError(undefined);
              setWay(next);
            }}
          />
          <Button
            variant="primary"
            size="lg"
            icon={<PackageCheck />}
            loading={pending}
            disabled={parcels.length === 0}
            className="self-start"
            onClick={send}
          >
            {parcels.length < 2 ? "Pack 1 parcel" : `Pack ${parcels.length} parcels`}
          </Button>
        </div>
      </Panel>
    </div>
  );
}
