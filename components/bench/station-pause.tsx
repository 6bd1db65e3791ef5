"use client";

import { Pause } from "lucide-react";
import { useState } from "react";
import type { Reason } from "@/lib/workflow/reasons";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";

type StationPauseProps = { reasons: readonly Reason[]; busy: boolean; pause: (reasonId?: string) => void };

/** Pauses with one more tap, which says why. */
export function StationPause({ reasons, busy, pause }: StationPauseProps) {
  const [open, setOpen] = useState(false);
  const choose = (reasonId?: string) => {
    setOpen(false);
    pause(reasonId);
  };
  return (
    <Dialog
      title="Pause"
      description="The clock stands still until it is resumed."
      size="sm"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button icon={<Pause aria-hidden />} loading={busy} className="h-16 w-full text-xl!">
          Pause
        </Button>
      }
    >
      <div className="flex flex-col gap-2">
        {reasons.map(({ id, label }) => (
          <Button key={id} className="h-16 w-full text-lg!" onClick={() => choose(id)}>
            {label}
          </Button>
        ))}
        <Button variant="ghost" className="h-16 w-full text-lg!" onClick={() => choose()}>
          No reason
        </Button>
      </div>
    </Dialog>
  );
}
