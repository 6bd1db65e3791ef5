"use client";

import { UserRoundCog } from "lucide-react";
import { useState } from "react";
import { assignStages } from "@/lib/workflow/actions";
import type { Colleague } from "@/lib/workflow/assign";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { toast } from "../ui/toast";
import { useMove } from "./use-move";

type AssignProps = {
  stages: { id: string; version: number }[];
  assignedToId: string | null;
  words: string;
  people: readonly Colleague[];
};

/** Gives work to a person, or back to everyone. */
export function AssignDialog({ stages, assignedToId, words, people }: AssignProps) {
  const [open, setOpen] = useState(false);
  const { run, pending, waiting } = useMove(assignStages, () => toast.success(`Assigned ${words}`));
  const assign = (userId: string | null) => {
    setOpen(false);
    run({ stages, userId });
  };
  const choices = [
    ...people.map(({ id, name }) => ({ id: id as string | null, name })),
    { id: null, name: "Everyone" },
  ];
  return (
    <Dialog
      title={`Assign ${words}`}
      size="sm"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="lg" variant="ghost" icon={<UserRoundCog />} loading={pending} aria-disabled={waiting}>
          Assign
        </Button>
      }
    >
      <ul className="flex flex-col gap-2">
        {choices.map(({ id, name }) => (
          <li key={id ?? "everyone"}>
            <Button size="lg" className="w-full" disabled={id === assignedToId} onClick={() => assign(id)}>
              {name}
              {id === assignedToId && " (now)"}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
