"use client";

import { CircleCheck, Play, Square, TriangleAlert, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ToothNotation } from "@/lib/access/actor";
import { cancelLoad, finishLoad, startLoad, takeOutOfLoad } from "@/lib/workflow/batches/actions";
import type { Batch, BatchEntry } from "@/lib/workflow/batches/queries";
import { refusalText, useAction } from "../forms/use-action";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { toast } from "../ui/toast";
import { RunningClock } from "../workflow/running-clock";
import { durationText } from "./duration-text";
import { LoadEntry } from "./load-entry";
import { LoadScan } from "./load-scan";

type LoadPanelProps = { batch: Batch & { entries: BatchEntry[] }; notation: ToothNotation; may: { work: boolean } };

/** A load: what is scanned into it, and the one tap that starts or finishes all of it. */
export function LoadPanel({ batch, notation, may }: LoadPanelProps) {
  const router = useRouter();
  const [said, setSaid] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const options = {
    onRefused: (refusal: Parameters<typeof refusalText>[0]) => {
      setRefused(refusalText(refusal));
      router.refresh();
    },
  };
  const done = (verb: string) => (data: { items: { why: string | null }[] }) => {
    const stayed = data.items.filter(({ why }) => why).length;
    setRefused(null);
    setSaid(`${verb} ${data.items.length - stayed} of ${data.items.length}${stayed > 0 ? `, ${stayed} stayed` : ""}.`);
    router.refresh();
  };
  const start = useAction(startLoad, { ...options, onSuccess: done("Started") });
  const finish = useAction(finishLoad, { ...options, onSuccess: done("Moved on") });
  const cancel = useAction(cancelLoad, {
    ...options,
    onSuccess: () => {
      toast.success("The load was given up; what lay in it waits on.");
      router.push("/bench/batches");
    },
  });
  const takeOut = useAction(takeOutOfLoad, { ...options, onSuccess: () => router.refresh() });
  const { status, entries } = batch;
  const inside = entries.filter(({ outcome }) => outcome === null);
  const stayed = entries.filter(({ outcome }) => outcome === "stayed");
  return (
    <div className="flex flex-col gap-4">
      {status === "open" && may.work && <LoadScan batchId={batch.id} />}
      <p role="alert">
        {refused && (
          <span className="flex items-center gap-3 rounded-lg border border-danger-line bg-danger-bg p-4 text-xl font-semibold text-danger-text">
            <TriangleAlert aria-hidden className="size-7 shrink-0" />
            {refused}
          </span>
        )}
      </p>
      <p role="status" className="empty:hidden">
        {said && (
          <span className="flex items-center gap-3 rounded-lg border border-success-line bg-success-bg p-4 text-xl font-semibold text-success-text">
            <CircleCheck aria-hidden className="size-7 shrink-0" />
            {said}
          </span>
        )}
      </p>
      {stayed.length > 0 && (
        <Notice tone="warning" title={`${stayed.length} did not come along`}>
          They stay where they were; each says why.
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-3">
        {status === "open" && may.work && (
          <>
            <Button
              variant="primary"
              icon={<Play aria-hidden />}
              loading={start.pending}
              disabled={inside.length === 0}
              onClick={() => start.run({ batchId: batch.id })}
              className="h-16 px-8 text-lg!"
            >
              Start {inside.length} {inside.length === 1 ? "item" : "items"}
            </Button>
            <Button
              variant="ghost"
              icon={<X aria-hidden />}
              loading={cancel.pending}
              onClick={() => cancel.run({ batchId: batch.id })}
              className="h-16 px-6 text-base!"
            >
              Give up the load
            </Button>
          </>
        )}
        {status === "running" && may.work && (
          <Button
            variant="primary"
            icon={<Square aria-hidden />}
            loading={finish.pending}
            onClick={() => finish.run({ batchId: batch.id })}
            className="h-16 px-8 text-lg!"
          >
            Finish {inside.length} {inside.length === 1 ? "item" : "items"}
          </Button>
        )}
        {status === "running" && (
          <span className="text-base text-muted">
            {batch.machineStatus === "active" ? "Running" : "Stands still at"}{" "}
            <RunningClock seconds={batch.seconds} running={batch.machineStatus === "active"} />
          </span>
        )}
        {status === "finished" && (
          <p className="text-base">
            Ran {durationText(batch.seconds)}
            {batch.finishedBy && `, finished by ${batch.finishedBy}`}
          </p>
        )}
      </div>
      {entries.length > 0 && (
        <ul aria-label="In the load" className="divide-y rounded-lg border bg-surface">
          {entries.map((entry) => (
            <LoadEntry
              key={entry.id}
              entry={entry}
              notation={notation}
              takeOut={
                status === "open" && may.work
                  ? () => takeOut.run({ batchId: batch.id, entryIds: [entry.id] })
                  : undefined
              }
            />
          ))}
        </ul>
      )}
    </div>
  );
}
