"use client";

import { EllipsisVertical, MapPin, PackageMinus, PencilLine, Route } from "lucide-react";
import { useState } from "react";
import type { ItemLot } from "@/lib/inventory/items/read-item";
import type { Column } from "../../data-table/column";
import { DataTable } from "../../data-table/data-table";
import { StatusBadge } from "../../ui/badge";
import { IconButton } from "../../ui/button";
import { DropdownMenu, MenuItem } from "../../ui/dropdown-menu";
import { Money } from "../../ui/money";
import type { Option } from "../../ui/select";
import { EmptyState } from "../../ui/states";
import { Certificates } from "./certificates";
import { CorrectDialog } from "./correct-dialog";
import { Expiry } from "./expiry";
import { MoveLotDialog } from "./move-lot-dialog";
import { Places } from "./places";
import { TakeOutDialog } from "./take-out-dialog";

type LotsProps = {
  item: { id: string; unit: string };
  lots: ItemLot[];
  locations: Option[];
  departments: Option[];
  today: string;
  editable: boolean;
};

/** The lots of an item with what is left of each. */
export function LotsPanel({ item, lots, locations, departments, today, editable }: LotsProps) {
  const columns: Column<ItemLot>[] = [
    {
      id: "number",
      header: "Lot",
      card: "title",
      cell: (lot) => (
        <span className="inline-flex flex-wrap items-center gap-x-2">
          {lot.number} {lot.isRecalled && <StatusBadge tone="danger">recalled</StatusBadge>}
        </span>
      ),
    },
    { id: "expires", header: "Expires", cell: (lot) => <Expiry day={lot.expiresOn} today={today} /> },
    { id: "left", header: "On hand", numeric: true, width: "7rem", cell: (lot) => `${lot.onHand} ${item.unit}` },
    {
      id: "cost",
      header: "Cost",
      numeric: true,
      from: "lg",
      width: "7rem",
      cell: (lot) => (lot.unitCost ? <Money amount={lot.unitCost} /> : "–"),
    },
    { id: "value", header: "Value", numeric: true, width: "8rem", cell: (lot) => <Money amount={lot.value} /> },
    {
      id: "location",
      header: "Location",
      from: "md",
      cell: (lot) => (
        <div className="max-sm:text-right">
          <Places lot={lot} unit={item.unit} />
        </div>
      ),
    },
    { id: "supplier", header: "From", from: "xl", card: "hidden", cell: (lot) => lot.supplier ?? "–" },
    { id: "certificates", header: "Certificates", cell: (lot) => <Certificates lot={lot} editable={editable} /> },
    {
      id: "actions",
      header: "Actions",
      card: "badge",
      width: "4.5rem",
      cell: (lot) => editable && <LotMenu {...{ item, lot, locations, departments }} />,
    },
  ];
  return (
    <DataTable
      label="Lots"
      rememberColumns={false}
      rows={lots}
      columns={columns}
      rowId={(lot) => lot.id}
      rowHref={(lot) => `/inventory/lots/${lot.id}`}
      scroll="page"
      empty={<EmptyState title="Nothing was received yet" hint="Lots come with a delivery." />}
    />
  );
}

type Open = "take" | "correct" | "move" | null;

function LotMenu({
  item,
  lot,
  locations,
  departments,
}: Omit<LotsProps, "lots" | "today" | "editable"> & { lot: ItemLot }) {
  const [open, setOpen] = useState<Open>(null);
  const shown = (which: Open) => ({
    open: open === which,
    onOpenChange: (next: boolean) => setOpen(next ? which : null),
  });
  return (
    <>
      <DropdownMenu
        align="end"
        label={`Lot ${lot.number}`}
        trigger={<IconButton label={`Actions for lot ${lot.number}`} icon={<EllipsisVertical />} size="sm" />}
      >
        {lot.onHand !== "0" && (
          <MenuItem icon={<PackageMinus />} onSelect={() => setOpen("take")}>
            Take out, damaged, write off
          </MenuItem>
        )}
        <MenuItem icon={<PencilLine />} onSelect={() => setOpen("correct")}>
          Correct what is there
        </MenuItem>
        <MenuItem icon={<MapPin />} onSelect={() => setOpen("move")}>
          Carry to another place
        </MenuItem>
        <MenuItem icon={<Route />} href={`/inventory/lots/${lot.id}`}>
          Trace this lot
        </MenuItem>
      </DropdownMenu>
      <TakeOutDialog item={item} lot={lot} departments={departments} {...shown("take")} />
      <CorrectDialog item={item} lot={lot} {...shown("correct")} />
      <MoveLotDialog item={item} lot={lot} locations={locations} {...shown("move")} />
    </>
  );
}
