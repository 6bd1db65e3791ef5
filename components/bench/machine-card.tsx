"use client";

import { CircleCheck, OctagonAlert } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { reportMachineUp } from "@/lib/workflow/machines/actions";
import type { Machine } from "@/lib/workflow/machines/queries";
import { MACHINE_STATUS_LABEL, type MachineStatus } from "@/lib/workflow/machines/status";
import { MachineDialog } from "../departments/machines/machine-dialog";
import { useAction } from "../forms/use-action";
import { StatusBadge } from "../ui/badge";
import { Button } from "../ui/button";
import { DateTime, RelativeTime } from "../ui/time";
import { toast } from "../ui/toast";
import type { Tone } from "../ui/tone";
import { durationText } from "./duration-text";
import { MachineDown } from "./machine-down";

const TONE: Record<MachineStatus, Tone> = {
  active: "success",
  maintenance: "warning",
  inactive: "neutral",
  broken: "danger",
  decommissioned: "neutral",
};

type MachineCardProps = {
  machine: Machine;
  may: { report: boolean; manage: boolean };
  departments: readonly { id: string; name: string }[];
};

/** A machine with its state, what runs on it, and the button that says it stands still or runs again. */
export function MachineCard({ machine, may, departments }: MachineCardProps) {
  const router = useRouter();
  const up = useAction(reportMachineUp, {
    onSuccess: ({ resumed }) => {
      toast.success(`${machine.code} is up`, resumed > 0 ? `${resumed} in its load go on.` : undefined);
      router.refresh();
    },
  });
  const { status, running } = machine;
  const planned = status === "active" && machine.plannedUntil !== null;
  return (
    <li className="flex flex-col gap-3 rounded-lg border bg-surface p-4">
      <div className="flex flex-wrap items-start gap-2">
        <div className="min-w-0 flex-1">
          <h2 className="text-xl font-semibold">{machine.code}</h2>
          <p className="text-sm text-muted">
            {machine.name} · {machine.department}
          </p>
        </div>
        <StatusBadge
          tone={running && status === "active" ? "progress" : planned ? "warning" : TONE[status]}
          icon={status === "broken" ? OctagonAlert : undefined}
        >
          {running && status === "active" ? "Running" : planned ? "Planned downtime" : MACHINE_STATUS_LABEL[status]}
        </StatusBadge>
      </div>
      <div className="flex-1 text-base">
        {machine.downSince && (
          <p className="font-medium text-danger-text">
            Down <RelativeTime iso={machine.downSince.toISOString()} />
            {machine.downBy && `, said ${machine.downBy}`}
            {machine.downNote && `: ${machine.downNote}`}
          </p>
        )}
        {machine.plannedUntil && (
          <p className="font-medium text-warning-text">
            Planned downtime until <DateTime iso={machine.plannedUntil.toISOString()} />
            {machine.plannedNote && `: ${machine.plannedNote}`}
          </p>
        )}
        {running && (
          <p>
            <Link href={`/bench/batches/${running.id}`} className="text-accent-text hover:underline">
              {running.items} {running.items === 1 ? "item" : "items"}, {running.program}
            </Link>
          </p>
        )}
        {machine.inHand > 0 && <p>{machine.inHand} in work on it</p>}
        <p className="text-sm text-muted">
          30 days: {machine.loads} {machine.loads === 1 ? "load" : "loads"}, ran {durationText(machine.loadSeconds)},
          down {durationText(machine.downSeconds)}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {may.report && status === "broken" && (
          <Button
            variant="primary"
            icon={<CircleCheck aria-hidden />}
            loading={up.pending}
            onClick={() => up.run({ equipmentId: machine.id })}
            className="h-16 flex-1 text-lg!"
          >
            Up again
          </Button>
        )}
        {may.report && (status === "active" || status === "maintenance") && <MachineDown machine={machine} />}
        {may.manage && <MachineDialog bench machine={machine} departments={departments} />}
      </div>
    </li>
  );
}
