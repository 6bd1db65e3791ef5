"use client";

import { Wand2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { planDay } from "@/lib/logistics/planning/actions";
import { useAction } from "../../forms/use-action";
import { Button } from "../../ui/button";
import { toast } from "../../ui/toast";

const counted = (n: number, what: string) => `${n} ${what}${n === 1 ? "" : "s"}`;

/** Makes the day's routes from the templates and puts on them what is due; pressed again it adds what is new. */
export function PlanDayButton({ day }: { day: string }) {
  const router = useRouter();
  const { run, pending } = useAction(planDay, {
    onSuccess: ({ made, stops, shipments, waiting }) => {
      router.refresh();
      const done = [
        made > 0 && `${counted(made, "route")} made`,
        stops > 0 && `${counted(stops, "stop")} added`,
        shipments > 0 && `${counted(shipments, "shipment")} put on`,
      ].filter(Boolean);
      const left = waiting > 0 ? ` ${counted(waiting, "practice")} not placed.` : "";
      toast.success(`${done.length > 0 ? done.join(", ") : "Nothing new to plan"}.${left}`);
    },
  });
  return (
    <Button variant="primary" icon={<Wand2 />} loading={pending} onClick={() => run({ day })}>
      Plan the day
    </Button>
  );
}
