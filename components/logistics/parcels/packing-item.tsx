"use client";

import { PackagePlus, Undo2 } from "lucide-react";
import type { KeyboardEvent } from "react";
import type { ToothNotation } from "@/lib/access/actor";
import { itemName } from "@/lib/cases/item-name";
import type { WaitingItem } from "@/lib/logistics/waiting";
import { Badge } from "../../ui/badge";
import { Button, IconButton } from "../../ui/button";
import { Select } from "../../ui/select";

type PackingItemProps = {
  item: WaitingItem;
  notation: ToothNotation;
  /** The parcel it is in, from 0; null while it waits. */
  parcel: number | null;
  parcels: number;
  /** Where the next item goes. */
  active: number;
  onPut: (parcel: number) => void;
  onTakeOut: () => void;
};

/** One item on the packing table. The keys 1 to 9 put it into that parcel, Backspace takes it out. */
export function PackingItem(props: PackingItemProps) {
  const { item, notation, parcel, parcels, active, onPut, onTakeOut } = props;
  const name = itemName(item, notation);
  const label = `${name} of ${item.number}`;
  const keys = (event: KeyboardEvent) => {
    const nth = Number(event.key);
    if (!item.held && Number.isInteger(nth) && nth >= 1 && nth <= parcels) onPut(nth - 1);
    else if (event.key === "Backspace" && parcel !== null) onTakeOut();
    else return;
    event.preventDefault();
  };
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
      <span className="min-w-0 flex-1 basis-40 text-sm">
        <span className="font-medium">{name}</span>
        {item.tryIn && (
          <Badge tone="info" className="ml-2">
            Try-in
          </Badge>
        )}
        {item.held && (
          <Badge tone="warning" className="ml-2">
            On hold
          </Badge>
        )}
        <span className="block text-xs text-muted tabular-nums">
          {[item.number, item.patient, item.shade, item.pan, item.behind > 0 && `${item.behind} more in the making`]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </span>
      {parcel === null ? (
        <Button
          size="sm"
          icon={<PackagePlus />}
          disabled={item.held}
          aria-label={`Put ${label} in parcel ${active + 1}`}
          onKeyDown={keys}
          onClick={() => onPut(active)}
        >
          Parcel {active + 1}
        </Button>
      ) : (
        <span className="flex items-center gap-1">
          {parcels > 1 && (
            <Select
              aria-label={`Parcel of ${label}`}
              className="w-28"
              value={String(parcel)}
              onKeyDown={keys}
              onChange={(event) => onPut(Number(event.target.value))}
              options={Array.from({ length: parcels }, (_, i) => ({ value: String(i), label: `Parcel ${i + 1}` }))}
            />
          )}
          <IconButton label={`Take out ${label}`} icon={<Undo2 />} size="sm" onKeyDown={keys} onClick={onTakeOut} />
        </span>
      )}
    </li>
  );
}
