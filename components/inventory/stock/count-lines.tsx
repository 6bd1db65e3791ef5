"use client";

import { RotateCcw } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { recount } from "@/lib/inventory/counts/actions";
import type { CountLine } from "@/lib/inventory/counts/queries";
import type { Column } from "../../data-table/column";
import { DataTable } from "../../data-table/data-table";
import { FilterSelect } from "../../data-table/filter-select";
import { useAction } from "../../forms/use-action";
import { Badge, StatusBadge } from "../../ui/badge";
import { Button } from "../../ui/button";
import { Money } from "../../ui/money";
import { SearchInput } from "../../ui/search-input";
import { toast } from "../../ui/toast";
import { CountLineDialog } from "./count-line-dialog";

const SHOW = [
  { value: "open", label: "Not counted yet" },
  { value: "counted", label: "Counted" },
];
const signed = (quantity: string) =>
  quantity.startsWith("-") ? quantity.replace("-", "−") : quantity === "0" ? "0" : `+${quantity}`;

type CountLinesProps = {
  countId: string;
  lines: CountLine[];
  isOpen: boolean;
  /** May see what is expected and what differs: a person who counts should not. */
  sees: boolean;
  mayCount: boolean;
  empty: ReactNode;
  pager: ReactNode;
};

/** The lots of a count. */
export function CountLines({ countId, lines, isOpen, sees, mayCount, empty, pager }: CountLinesProps) {
  const columns: Column<CountLine>[] = [
    {
      id: "item",
      header: "Item",
      card: "title",
      cell: (row) => (
        <span>
          <Link href={`/inventory/lots/${row.lotId}`} className="hover:underline">
            {row.item}
          </Link>{" "}
          {row.turnedUp && <Badge tone="info">turned up</Badge>}
        </span>
      ),
    },
    { id: "lot", header: "Lot", cell: (row) => <span className="whitespace-nowrap">{row.lotNumber}</span> },
    { id: "location", header: "Location", from: "lg", card: "hidden", cell: (row) => row.location ?? "–" },
    ...(sees ? expectedColumns : []),
    {
      id: "counted",
      header: "Counted",
      numeric: true,
      width: "8rem",
      cell: (row) =>
        row.counted === null ? <span className="text-muted">not yet</span> : `${row.counted} ${row.unit}`,
    },
    ...(sees ? differenceColumns : []),
    { id: "people", header: "By", from: "xl", card: "hidden", cell: (row) => row.people.join(", ") || "–" },
    {
      id: "count",
      header: "By hand",
      card: "badge",
      width: "7rem",
      cell: (row) => isOpen && mayCount && <CountLineDialog countId={countId} line={row} />,
    },
  ];
  return (
    <div data-density="touch">
      <DataTable
        label="Lots in this count"
        rememberColumns={false}
        rows={lines}
        columns={columns}
        rowId={(row) => row.id}
        bulk={
          isOpen && mayCount
            ? (selected, clear) => <Recount countId={countId} lines={selected} onDone={clear} />
            : undefined
        }
        toolbar={
          <>
            <SearchInput label="Search the count" placeholder="Item, code or lot" className="sm:w-72" />
            <FilterSelect
              label="Show"
              param="show"
              all="All lots"
              options={sees ? [...SHOW, { value: "differing", label: "That differ" }] : SHOW}
            />
          </>
        }
        empty={empty}
        pager={pager}
      />
    </div>
  );
}

const expectedColumns: Column<CountLine>[] = [
  { id: "expected", header: "Expected", numeric: true, width: "7rem", cell: (row) => row.expected },
  {
    id: "moved",
    header: "Moved",
    numeric: true,
    from: "md",
    width: "6rem",
    cell: (row) => (row.movedUntil && row.movedUntil !== "0" ? signed(row.movedUntil) : "–"),
  },
];
const differenceColumns: Column<CountLine>[] = [
  {
    id: "difference",
    header: "Differs",
    numeric: true,
    width: "7rem",
    cell: (row) =>
      row.difference === null || row.difference === "0" ? (
        <span className="text-muted">{row.difference === null ? "–" : "0"}</span>
      ) : (
        <StatusBadge tone={row.difference.startsWith("-") ? "danger" : "warning"}>{signed(row.difference)}</StatusBadge>
      ),
  },
  {
    id: "money",
    header: "In money",
    numeric: true,
    width: "8rem",
    cell: (row) => (row.money === null ? "–" : <Money amount={row.money} />),
  },
];

function Recount({ countId, lines, onDone }: { countId: string; lines: CountLine[]; onDone: () => void }) {
  const router = useRouter();
  const { run, pending } = useAction(recount, {
    onSuccess: ({ lines: back }) => {
      toast.success(back === 1 ? "1 lot is to be counted anew" : `${back} lots are to be counted anew`);
      onDone();
      router.refresh();
    },
  });
  return (
    <Button icon={<RotateCcw />} loading={pending} onClick={() => run({ countId, lineIds: lines.map(({ id }) => id) })}>
      Count anew
    </Button>
  );
}
