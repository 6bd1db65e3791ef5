"use client";

import { useSearchParams } from "next/navigation";
import { ClearFilters } from "@/components/data-table/clear-filters";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { FilterSelect } from "@/components/data-table/filter-select";
import { parseSort } from "@/components/data-table/sort";
import { StatusBadge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Money } from "@/components/ui/money";
import { Section } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { SearchInput } from "@/components/ui/search-input";
import { EmptyState } from "@/components/ui/states";
import { DateTime } from "@/components/ui/time";
import { toast } from "@/components/ui/toast";
import type { Tone } from "@/components/ui/tone";

type Row = {
  id: string;
  number: string;
  practice: string;
  stage: string;
  tone: Tone;
  due: string;
  units: number;
  price: string;
};

const stages: [string, Tone][] = [
  ["Receiving", "info"],
  ["Design", "progress"],
  ["Milling", "progress"],
  ["On hold", "warning"],
  ["Late", "danger"],
  ["Delivered", "success"],
];

const all: Row[] = Array.from({ length: 24 }, (_, i) => {
  const [stage, tone] = stages[i % stages.length] ?? ["Receiving", "info"];
  return {
    id: String(i),
    number: `C-2026-${String(123 - i).padStart(6, "0")}`,
    practice:
      ["Byres Road Dental Practice", "Clyde Smiles", "The Orthodontic Practice at Kelvingrove and Finnieston"][i % 3] ??
      "",
    stage,
    tone,
    due: `2026-03-${String((i * 7) % 28 || 28).padStart(2, "0")}`,
    units: (i % 4) + 1,
    price: `${(i % 4) * 320 + 95}.50`,
  };
});

const columns: Column<Row>[] = [
  { id: "number", header: "Case", cell: (row) => row.number, sort: "number", card: "title", width: "9rem" },
  { id: "practice", header: "Practice", cell: (row) => <span className="line-clamp-1">{row.practice}</span> },
  {
    id: "stage",
    header: "Stage",
    cell: (row) => <StatusBadge tone={row.tone}>{row.stage}</StatusBadge>,
    card: "badge",
  },
  { id: "due", header: "Due", cell: (row) => <DateTime iso={row.due} format="day" />, sort: "due", hideable: true },
  {
    id: "units",
    header: "Units",
    cell: (row) => row.units,
    numeric: true,
    sort: "units",
    from: "md",
    card: "hidden",
    hideable: true,
  },
  {
    id: "price",
    header: "Price",
    cell: (row) => <Money amount={row.price} />,
    numeric: true,
    from: "lg",
    hideable: true,
  },
];

/** The data table over made-up rows, sorted and filtered by the address. */
export function TableShown() {
  const params = useSearchParams();
  const sort = parseSort(params.get("sort")) ?? { key: "number", descending: true };
  const query = params.get("q")?.toLowerCase() ?? "";
  const rows = all
    .filter((row) => !params.get("stage") || row.stage === params.get("stage"))
    .filter((row) => `${row.number} ${row.practice}`.toLowerCase().includes(query))
    .sort((a, b) => {
      const key = sort.key === "due" ? "due" : sort.key === "units" ? "units" : "number";
      return (a[key] < b[key] ? -1 : 1) * (sort.descending ? -1 : 1);
    });
  return (
    <Section title="Data table" hint="Cards on a phone">
      <DataTable
        label="Example cases"
        rows={rows}
        columns={columns}
        rowId={(row) => row.id}
        rowHref={(row) => `/design?case=${row.id}`}
        defaultSort="-number"
        bulk={(selected, clear) => (
          <Button size="sm" onClick={() => toast.undo(`${selected.length} tickets printed`, clear)}>
            Print tickets
          </Button>
        )}
        toolbar={
          <>
            <SearchInput label="Search cases" />
            <FilterSelect label="Stage" param="stage" options={stages.map(([value]) => ({ value, label: value }))} />
            <ClearFilters params={["q", "stage"]} />
          </>
        }
        empty={
          <EmptyState
            title="No cases like that"
            hint="Clear the filters to see all of them."
            action={<ClearFilters params={["q", "stage"]} />}
          />
        }
        pager={<Pager summary={`${rows.length} cases`} olderHref="?after=24" />}
      />
    </Section>
  );
}
