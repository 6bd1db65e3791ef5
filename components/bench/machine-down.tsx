"use client";

import { OctagonX } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { reportMachineDown } from "@/lib/workflow/machines/actions";
import type { Machine } from "@/lib/workflow/machines/queries";
import { useAction } from "../forms/use-action";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Input } from "../ui/input";
import { toast } from "../ui/toast";

const SINCE = [
  { minutes: 0, label: "Just now" },
  { minutes: 15, label: "15 minutes ago" },
  { minutes: 60, label: "An hour ago" },
  { minutes: 240, label: "4 hours ago" },
] as const;

/** Reports a machine down in two taps: that it is, and since when. */
export function MachineDown({ machine }: { machine: Machine }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState("");
  const { run, pending } = useAction(reportMachineDown, {
    onSuccess: ({ paused }) => {
      toast.success(
        `${machine.code} is reported down`,
        paused > 0 ? `The clocks of ${paused} on it stopped.` : undefined,
      );
      router.refresh();
    },
  });
  return (
    <Dialog
      title={`${machine.code} is down`}
      description="Since when? The clocks of what is made on it stop at that moment."
      size="sm"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button icon={<OctagonX aria-hidden />} loading={pending} className="h-16 flex-1 text-lg!">
          Report down
        </Button>
      }
    >
      <div className="flex flex-col gap-2">
        <Input
          aria-label="What is wrong with it"
          placeholder="What is wrong with it (not needed)"
          maxLength={300}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          className="h-control-lg text-base"
        />
        {SINCE.map(({ minutes, label }) => (
          <Button
            key={minutes}
            size="lg"
            className="h-16 w-full text-lg!"
            onClick={() => {
              setOpen(false);
              run({ equipmentId: machine.id, minutesAgo: minutes, note: note.trim() || undefined });
            }}
          >
            {label}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
