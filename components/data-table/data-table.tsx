"use client";

import {
  columnVisibilityFeature,
  type RowData,
  type RowSelectionState,
  rowSelectionFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useSearchParams } from "next/navigation";
import { type ReactNode, useMemo, useState } from "react";
import { BulkBar } from "./bulk-bar";
import type { Column } from "./column";
import { ColumnMenu } from "./column-menu";
import { roles } from "./roles";
import { parseSort } from "./sort";
import { SortSelect } from "./sort-select";
import { TableHead } from "./table-head";
import { TableRow } from "./table-row";
import { useColumnChoice } from "./use-column-choice";

const features = tableFeatures({ rowSelectionFeature, columnVisibilityFeature });

type DataTableProps<Row> = {
  /** Names the table for screen readers and keeps the choice of columns apart from other tables'. */
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  rowId: (row: Row) => string;
  /** Where a row leads; the whole row is the target of the link in its title cell. */
  rowHref?: (row: Row) => string;
  /** Address parameter with the order, and the order when it is absent, such as "-created". */
  sortParam?: string;
  defaultSort?: string;
  /** Switches selection on: what to offer for the selected rows. */
  bulk?: (selected: Row[], clear: () => void) => ReactNode;
  /** Search and filters, above the table. */
  toolbar?: ReactNode;
  /** Shown instead of rows when there are none: an EmptyState. */
  empty: ReactNode;
  /** Below the table: a Pager. */
  pager?: ReactNode;
  /** "box": the table scrolls in itself under a fixed header; "page": it is as long as its rows. */
  scroll?: "box" | "page";
};

/** Rows in columns; cards on a phone. Order, filters and page live in the address, selection and columns here. */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { label, rows, columns, rowId, rowHref, bulk, sortParam = "sort", scroll = "box" } = props;
  const sort = parseSort(useSearchParams().get(sortParam) ?? props.defaultSort);
  const [rowSelection, setRowSelection] = useState<RowSelectionState>({});
  const [columnVisibility, setColumnVisibility] = useColumnChoice(label, columns);
  const defs = useMemo(() => columns.map((column) => ({ id: column.id, header: column.header })), [columns]);
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  const table = useTable<typeof features, Row>({
    features,
    columns: defs,
    data: rows as Row[],
    getRowId: rowId,
    state: { rowSelection, columnVisibility },
    onRowSelectionChange: setRowSelection,
    onColumnVisibilityChange: setColumnVisibility,
  });
  const tableRows = table.getRowModel().rows;
  const selected = tableRows.filter((row) => rowSelection[row.id]).map((row) => row.original);
  const shown = table
    .getVisibleLeafColumns()
    .map((column) => byId.get(column.id))
    .filter((column): column is Column<Row> => column !== undefined);
  const titleId = (shown.find((column) => column.card === "title") ?? shown[0])?.id;

  return (
    <div className="rounded-lg border bg-surface print:border-0">
      {(props.toolbar || columns.some((column) => column.hideable)) && (
        <div data-print="hide" className="flex flex-wrap items-center gap-2 border-b px-3 py-2">
          {props.toolbar}
          <SortSelect columns={columns} param={sortParam} current={sort} />
          <ColumnMenu columns={columns} visible={columnVisibility} onChange={setColumnVisibility} />
        </div>
      )}
      {bulk && selected.length > 0 && (
        <BulkBar count={selected.length} onClear={() => setRowSelection({})}>
          {bulk(selected, () => setRowSelection({}))}
        </BulkBar>
      )}
      {rows.length === 0 ? (
        props.empty
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section aria-label={label} tabIndex={0} className={scroll === "box" ? boxClass : "overflow-x-auto"}>
          <table {...roles.table} className="w-full border-separate border-spacing-0 text-sm max-sm:block">
            <caption className="sr-only">{label}</caption>
            <TableHead
              columns={shown}
              sort={sort}
              sortParam={sortParam}
              selection={
                bulk && {
                  all: selected.length === rows.length,
                  some: selected.length > 0,
                  toggle: () => table.toggleAllRowsSelected(),
                }
              }
            />
            <tbody {...roles.group} className="max-sm:block">
              {tableRows.map((row) => (
                <TableRow
                  key={row.id}
                  row={row.original}
                  columns={shown}
                  titleId={titleId}
                  href={rowHref?.(row.original)}
                  selection={bulk && { selected: Boolean(rowSelection[row.id]), toggle: () => row.toggleSelected() }}
                />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {props.pager && <div className="border-t">{props.pager}</div>}
    </div>
  );
}

const boxClass =
  "overflow-x-auto sm:max-h-(--table-height,calc(100dvh-15rem)) sm:min-h-40 sm:overflow-auto print:max-h-none print:overflow-visible";
