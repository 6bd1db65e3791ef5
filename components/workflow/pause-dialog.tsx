"use client";

import { Pause } from "lucide-react";
import { useState } from "react";
import { pauseStages } from "@/lib/workflow/actions";
import type { Reason } from "@/lib/workflow/reasons";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { toast } from "../ui/toast";
import { useMove } from "./use-move";

type PauseProps = {
  stages: { id: string; version: number }[];
  takeOver: boolean;
  words: string;
  reasons: readonly Reason[];
};

/** Pauses with one more tap: the tap says why. */
export function PauseDialog({ stages, takeOver, words, reasons }: PauseProps) {
  const [open, setOpen] = useState(false);
  const { run, pending, waiting } = useMove(pauseStages, () => toast.success(`Paused ${words}`));
  const pause = (reasonId?: string) => {
    setOpen(false);
    run({ stages, takeOver, reasonId });
  };
  return (
    <Dialog
      title={`Pause ${words}`}
      description="The clock stands still until it is resumed."
      size="sm"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="lg" icon={<Pause />} loading={pending} aria-disabled={waiting}>
          Pause
        </Button>
      }
    >
      <ul className="flex flex-col gap-2">
        {reasons.map(({ id, label }) => (
          <li key={id}>
            <Button size="lg" className="w-full" onClick={() => pause(id)}>
              {label}
            </Button>
          </li>
        ))}
        <li>
          <Button size="lg" variant="ghost" className="w-full" onClick={() => pause()}>
            No reason
          </Button>
        </li>
      </ul>
    </Dialog>
  );
}
