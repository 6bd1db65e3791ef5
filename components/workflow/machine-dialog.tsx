"use client";

import { Cog } from "lucide-react";
import { useState } from "react";
import { chooseMachine } from "@/lib/workflow/machines/actions";
import type { Machine } from "@/lib/workflow/machines/queries";
import { MACHINE_STATUS_LABEL } from "@/lib/workflow/machines/status";
import type { WorkItem } from "@/lib/workflow/work-groups";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { toast } from "../ui/toast";
import { useMove } from "./use-move";

type MachineDialogProps = {
  stages: { id: string; version: number }[];
  words: string;
  items: readonly WorkItem[];
  machines: readonly Machine[];
};

/** Says on which machine work is made, so that its clock stops when the machine does. */
export function MachineDialog({ stages, words, items, machines }: MachineDialogProps) {
  const [open, setOpen] = useState(false);
  const { run, pending, waiting } = useMove(chooseMachine, () => toast.success(`Machine kept for ${words}`));
  const departments = new Set(items.map((item) => item.open.departmentId));
  const here = machines.filter(({ departmentId }) => departments.has(departmentId));
  const chosen = new Set(items.map((item) => item.open.machineId));
  const now = chosen.size === 1 ? [...chosen][0] : undefined;
  const current = here.find(({ id }) => id === now);
  if (here.length === 0) return null;
  const choose = (equipmentId: string | null) => {
    setOpen(false);
    run({ stages, equipmentId });
  };
  return (
    <Dialog
      title={`Machine for ${words}`}
      description="The clock stops by itself when the machine is reported down."
      size="sm"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="lg" variant="ghost" icon={<Cog />} loading={pending} aria-disabled={waiting}>
          {current?.code ?? "Machine"}
        </Button>
      }
    >
      <ul className="flex flex-col gap-2">
        {here.map(({ id, code, name, status, plannedUntil }) => (
          <li key={id}>
            <Button
              size="lg"
              className="w-full"
              disabled={id === now || status !== "active" || plannedUntil !== null}
              onClick={() => choose(id)}
            >
              {code}, {name}
              {id === now && " (now)"}
              {status !== "active" && ` (${MACHINE_STATUS_LABEL[status].toLowerCase()})`}
              {status === "active" && plannedUntil && " (planned downtime)"}
            </Button>
          </li>
        ))}
        {now && (
          <li>
            <Button size="lg" variant="ghost" className="w-full" onClick={() => choose(null)}>
              No machine
            </Button>
          </li>
        )}
      </ul>
    </Dialog>
  );
}
