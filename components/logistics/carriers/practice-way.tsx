"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { setPracticeWay } from "@/lib/logistics/carriers/actions";
import type { Way } from "@/lib/logistics/carriers/way";
import { refusalText, useAction } from "../../forms/use-action";
import { Button } from "../../ui/button";
import { Panel } from "../../ui/card";
import { toast } from "../../ui/toast";
import { WayFields } from "../parcels/way-fields";

type PracticeWayProps = { practiceId: string; way: Way; carriers: readonly { id: string; name: string }[] };

/** How a practice's shipments usually go. */
export function PracticeWay({ practiceId, way, carriers }: PracticeWayProps) {
  const router = useRouter();
  const [wanted, setWanted] = useState(way);
  const [error, setError] = useState<string>();
  const { run, pending } = useAction(setPracticeWay, {
    onSuccess: () => {
      setError(undefined);
      toast.success("Way of delivery kept");
      router.refresh();
    },
    onRefused: (refusal) => setError(refusalText(refusal)),
  });
  return (
    <div className="mt-4 max-w-4xl">
      <Panel title="Delivery" aside="Kept apart from the particulars above">
        <div className="flex flex-col gap-4">
          <WayFields way={wanted} carriers={carriers} onChange={setWanted} error={error} />
          <Button className="self-start" loading={pending} onClick={() => run({ practiceId, ...wanted })}>
            Save delivery
          </Button>
        </div>
      </Panel>
    </div>
  );
}
