"use client";

import { Undo2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { undoMovements } from "@/lib/inventory/ledger/actions";
import type { Movement } from "@/lib/inventory/ledger/list-movements";
import { MOVEMENT_LABEL } from "@/lib/inventory/vocabulary";
import type { Column } from "../../data-table/column";
import { DataTable } from "../../data-table/data-table";
import { useAction } from "../../forms/use-action";
import { Badge } from "../../ui/badge";
import { IconButton } from "../../ui/button";
import { Money } from "../../ui/money";
import { EmptyState } from "../../ui/states";
import { DateTime } from "../../ui/time";
import { toast } from "../../ui/toast";

type LedgerProps = { movements: Movement[]; unit: string; editable: boolean; pager: ReactNode };

/** Every movement of an item, the newest first; what was booked by hand is taken back by a counter-entry. */
export function LedgerTable({ movements, unit, editable, pager }: LedgerProps) {
  const columns: Column<Movement>[] = [
    { id: "at", header: "When", width: "10.5rem", cell: (row) => <DateTime iso={row.at.toISOString()} /> },
    {
      id: "type",
      header: "What",
      card: "title",
      cell: (row) => (
        <span className="inline-flex flex-wrap items-center gap-x-2">
          {row.reversesId ? "Taken back" : MOVEMENT_LABEL[row.type]}
          {row.isUndone && <Badge>taken back</Badge>}
        </span>
      ),
    },
    {
      id: "quantity",
      header: "Quantity",
      numeric: true,
      card: "badge",
      width: "8rem",
      cell: (row) => `${row.quantity.startsWith("-") ? row.quantity.replace("-", "−") : `+${row.quantity}`} ${unit}`,
    },
    {
      id: "value",
      header: "Value",
      numeric: true,
      from: "md",
      width: "8rem",
      cell: (row) => <Money amount={row.value} />,
    },
    {
      id: "lot",
      header: "Lot",
      cell: (row) => (
        <span>
          <Link href={`/inventory/lots/${row.lotId}`} className="hover:underline">
            {row.lotNumber}
          </Link>
          {row.location && <span className="block text-xs text-muted max-sm:text-right">{row.location}</span>}
        </span>
      ),
    },
    {
      id: "why",
      header: "For",
      cell: (row) => (
        <span>
          {row.caseId && (
            <Link href={`/cases/${row.caseId}`} className="text-accent-text hover:underline">
              {row.caseNumber}
            </Link>
          )}{" "}
          {[row.reason, row.department].filter(Boolean).join(" · ") || (row.caseId ? "" : "–")}
        </span>
      ),
    },
    { id: "person", header: "By", from: "lg", cell: (row) => row.person },
    ...(editable ? [undoColumn] : []),
  ];
  return (
    <DataTable
      label="Ledger"
      rememberColumns={false}
      rows={movements}
      columns={columns}
      rowId={(row) => row.id}
      scroll="page"
      empty={<EmptyState title="Nothing was booked yet" hint="The ledger begins with the first delivery." />}
      pager={pager}
    />
  );
}

/** Why a movement cannot be taken back here; null when it can. */
const notHere = ({ reversesId, isUndone, ofBench }: Movement): string | null => {
  if (reversesId) return "–";
  if (isUndone) return "done";
  return ofBench ? "at the bench" : null;
};

const undoColumn: Column<Movement> = {
  id: "undo",
  header: "Take back",
  width: "7rem",
  cell: (row) => {
    const words = notHere(row);
    return words ? <span className="text-xs text-muted">{words}</span> : <TakeBack movement={row} />;
  },
};

function TakeBack({ movement }: { movement: Movement }) {
  const router = useRouter();
  const { run, pending } = useAction(undoMovements, {
    onSuccess: () => {
      toast.success("Taken back by a counter-entry");
      router.refresh();
    },
  });
  return (
    <IconButton
      label={`Take back ${movement.quantity} of lot ${movement.lotNumber}`}
      icon={<Undo2 />}
      size="sm"
      loading={pending}
      onClick={() => run({ transactionIds: [movement.id], idempotencyKey: crypto.randomUUID() })}
    />
  );
}
