import Link from "next/link";
import { MATERIAL_LABEL, STAGE_LABEL } from "@/lib/cases/vocabulary";
import type { Batch } from "@/lib/workflow/batches/queries";
import { MACHINE_STATUS_LABEL } from "@/lib/workflow/machines/status";
import { StatusBadge } from "../ui/badge";
import { DateTime } from "../ui/time";
import { durationText } from "./duration-text";

const STATE = {
  open: { tone: "info", label: "Being filled" },
  running: { tone: "progress", label: "Running" },
  finished: { tone: "success", label: "Finished" },
  cancelled: { tone: "neutral", label: "Given up" },
} as const;

/** The state of a load; one whose machine stands still says so. */
export function LoadState({ batch }: { batch: Pick<Batch, "status" | "machineStatus"> }) {
  const over = batch.status === "finished" || batch.status === "cancelled";
  if (!over && batch.machineStatus !== "active")
    return <StatusBadge tone="danger">Machine {MACHINE_STATUS_LABEL[batch.machineStatus].toLowerCase()}</StatusBadge>;
  return <StatusBadge tone={STATE[batch.status].tone}>{STATE[batch.status].label}</StatusBadge>;
}

/** What a load is for, in one line. */
export const loadWords = ({ stage, program, material, lot }: Pick<Batch, "stage" | "program" | "material" | "lot">) =>
  [STAGE_LABEL[stage], program, material ? MATERIAL_LABEL[material] : "Any material", lot && `Lot ${lot}`]
    .filter(Boolean)
    .join(" · ");

/** A load in a list; the whole line opens it. */
export function LoadCard({ batch }: { batch: Batch }) {
  return (
    <li className="relative flex min-h-16 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 hover:bg-hover has-focus-visible:bg-hover">
      <div className="min-w-0 flex-1 basis-72">
        <Link
          href={`/bench/batches/${batch.id}`}
          className="text-lg font-semibold after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
        >
          {batch.machine}, {batch.items} {batch.items === 1 ? "item" : "items"}
        </Link>
        <p className="text-sm text-muted">{loadWords(batch)}</p>
      </div>
      <LoadState batch={batch} />
      <p className="basis-40 text-right text-sm text-muted max-sm:ml-auto max-sm:basis-auto">
        {batch.startedAt ? (
          <>
            <span className="font-medium text-fg tabular-nums">{durationText(batch.seconds)}</span>
            <br />
            <DateTime iso={batch.startedAt.toISOString()} format="datetime" />
          </>
        ) : (
          <>
            Opened <DateTime iso={batch.createdAt.toISOString()} format="time" />
          </>
        )}
        {batch.stayed > 0 && <span className="block text-warning-text">{batch.stayed} stayed</span>}
      </p>
    </li>
  );
}
