"use client";

import { Plus, X } from "lucide-react";
import { useReducer, useState } from "react";
import type { ToothNotation } from "@/lib/access/actor";
import { type Arrangement, arrange, MOST_PARCELS, type Move } from "@/lib/logistics/parcels/arrangement";
import type { WaitingItem } from "@/lib/logistics/waiting";
import { readScan } from "@/lib/workflow/scan-code";
import { Button, IconButton } from "../../ui/button";
import { Panel } from "../../ui/card";
import { cn } from "../../ui/cn";
import { EmptyState } from "../../ui/states";
import { ScanField } from "../../workflow/scan-field";
import { PackingItem } from "./packing-item";

type PackingTableProps = {
  items: readonly WaitingItem[];
  arrangement: Arrangement;
  move: (move: Move) => void;
  notation: ToothNotation;
};

/** The state of a packing table that starts like this. */
export const useArrangement = (start: Arrangement) => useReducer(arrange, start);

/** What waits on one side, the parcels on the other. Scanning a case or its pan puts what waits of it into the chosen parcel. */
export function PackingTable({ items, arrangement, move, notation }: PackingTableProps) {
  const { parcels, active } = arrangement;
  const [problem, setProblem] = useState<string | null>(null);
  const placeOf = (id: string) => {
    const found = parcels.findIndex((parcel) => parcel.itemIds.includes(id));
    return found === -1 ? null : found;
  };
  const waiting = items.filter((item) => placeOf(item.id) === null);
  const free = waiting.filter((item) => !item.held);
  const scan = (code: string) => {
    const found = items.filter((item) => fits(item, code));
    const ready = found.filter((item) => !item.held);
    setProblem(problemOf(code, found.length, ready.length));
    if (ready.length > 0) move({ do: "put", itemIds: ready.map((item) => item.id) });
  };
  const row = (item: WaitingItem) => (
    <PackingItem
      key={item.id}
      item={item}
      notation={notation}
      parcel={placeOf(item.id)}
      parcels={parcels.length}
      active={active}
      onPut={(parcel) => move({ do: "put", itemIds: [item.id], parcel })}
      onTakeOut={() => move({ do: "takeOut", itemIds: [item.id] })}
    />
  );
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-3">
        <ScanField
          label="Scan a case or a pan to put it in the parcel"
          placeholder="Scan a case or a pan"
          onCode={scan}
          problem={problem}
        />
        <Panel
          title="Waiting"
          aside={waiting.length}
          flush
          actions={
            free.length > 1 && (
              <Button size="sm" onClick={() => move({ do: "put", itemIds: free.map((item) => item.id) })}>
                All into parcel {active + 1}
              </Button>
            )
          }
        >
          {waiting.length === 0 ? (
            <EmptyState title="Everything is in a parcel" />
          ) : (
            <ul aria-label="Waiting items" className="divide-y">
              {waiting.map(row)}
            </ul>
          )}
        </Panel>
      </div>
      <div className="flex min-w-0 flex-col gap-3">
        {parcels.map((parcel, i) => (
          <Panel
            // A new parcel has no name of its own but its place.
            key={parcel.id ?? `new-${i}`}
            title={`Parcel ${i + 1}`}
            aside={i === active ? "the next item goes here" : parcel.itemIds.length}
            flush
            className={cn(i === active && "border-accent")}
            actions={
              <>
                {i !== active && (
                  <Button size="sm" variant="ghost" onClick={() => move({ do: "choose", parcel: i })}>
                    Fill<span className="sr-only"> parcel {i + 1}</span>
                  </Button>
                )}
                {parcels.length > 1 && (
                  <IconButton
                    label={`Remove parcel ${i + 1}`}
                    icon={<X />}
                    size="sm"
                    onClick={() => move({ do: "removeParcel", parcel: i })}
                  />
                )}
              </>
            }
          >
            {parcel.itemIds.length === 0 ? (
              <p className="px-4 py-3 text-sm text-muted">Empty. Scan a case, or press its button.</p>
            ) : (
              <ul aria-label={`Items in parcel ${i + 1}`} className="divide-y">
                {items.filter((item) => parcel.itemIds.includes(item.id)).map(row)}
              </ul>
            )}
          </Panel>
        ))}
        {parcels.length < MOST_PARCELS && (
          <Button icon={<Plus />} className="self-start" onClick={() => move({ do: "addParcel" })}>
            Add parcel
          </Button>
        )}
      </div>
    </div>
  );
}

function fits(item: WaitingItem, code: string): boolean {
  const read = readScan(code);
  if ("caseId" in read) return item.caseId === read.caseId;
  if ("number" in read) return item.number === read.number;
  return item.pan?.toUpperCase() === read.pan.toUpperCase();
}

function problemOf(code: string, found: number, ready: number): string | null {
  if (found === 0) return `Nothing that waits here has the code “${code}”.`;
  return ready === 0 ? "This case is on hold. Release it before it is shipped." : null;
}
