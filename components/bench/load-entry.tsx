import { Trash2 } from "lucide-react";
import Link from "next/link";
import type { ToothNotation } from "@/lib/access/actor";
import { itemName } from "@/lib/cases/item-name";
import { MATERIAL_LABEL } from "@/lib/cases/vocabulary";
import type { BatchEntry } from "@/lib/workflow/batches/queries";
import { StatusBadge } from "../ui/badge";
import { IconButton } from "../ui/button";

type LoadEntryProps = { entry: BatchEntry; notation: ToothNotation; takeOut?: () => void };

/** An item in a load, and what became of it. */
export function LoadEntry({ entry, notation, takeOut }: LoadEntryProps) {
  const name = itemName(entry, notation);
  const detail = [entry.pan && `Pan ${entry.pan}`, entry.material && MATERIAL_LABEL[entry.material], entry.shade]
    .filter(Boolean)
    .join(" · ");
  return (
    <li className="flex min-h-16 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
      <div className="min-w-0 flex-1 basis-64">
        <p className="text-lg font-semibold">
          <Link href={`/bench/${entry.caseId}`} className="tabular-nums hover:underline">
            {entry.number}
          </Link>{" "}
          {name}
        </p>
        {detail && <p className="text-sm text-muted">{detail}</p>}
        {entry.outcome === "stayed" && <p className="text-base font-medium text-warning-text">{entry.why}</p>}
      </div>
      {entry.outcome === "moved" && <StatusBadge tone="success">Moved on</StatusBadge>}
      {entry.outcome === "stayed" && <StatusBadge tone="warning">Stayed</StatusBadge>}
      {takeOut && (
        <IconButton
          label={`Take ${entry.number} ${name} out`}
          icon={<Trash2 />}
          onClick={takeOut}
          className="size-14"
        />
      )}
    </li>
  );
}
