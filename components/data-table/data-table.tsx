"use client";

import {
  columnOrderingFeature,
  columnVisibilityFeature,
  type RowData,
  type RowSelectionState,
  rowSelectionFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { Keyboard } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { type ReactNode, useMemo, useRef, useState } from "react";
import { IconButton } from "../ui/button";
import { cn } from "../ui/cn";
import { BulkBar } from "./bulk-bar";
import type { Column } from "./column";
import { ColumnsPanel } from "./columns-panel";
import { KeysDialog } from "./keys-dialog";
import { roles } from "./roles";
import { parseSort } from "./sort";
import { SortSelect } from "./sort-select";
import { TableHead } from "./table-head";
import { TableRow } from "./table-row";
import { useColumns } from "./use-columns";
import { useDensity } from "./use-density";
import { useRowKeys } from "./use-row-keys";

const features = tableFeatures({ rowSelectionFeature, columnVisibilityFeature, columnOrderingFeature });

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
  /** Called when the selection changes, and what it amounts to when more is selected than this page has. */
  onSelect?: () => void;
  selectedCount?: number;
  /** Address parameter that names the columns shown; without it they are kept in this browser alone. */
  columnsParam?: string;
  /** False while something else, such as a saved view, says the columns: then this browser's own choice rests. */
  rememberColumns?: boolean;
  /** Switches the keys j, k, x, / and ? on: for the one list of a screen. */
  keys?: boolean;
  /** Search and filters, above the table. */
  toolbar?: ReactNode;
  /** Below the toolbar: what the list is narrowed to. */
  chips?: ReactNode;
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
  const choice = useColumns(label, columns, props.columnsParam, props.rememberColumns);
  const [compact, setCompact] = useDensity();
  const region = useRef<HTMLElement>(null);
  const [help, setHelp] = useState(false);
  const singleKeys = useRowKeys(region, props.keys ?? false, () => setHelp(true));
  const defs = useMemo(() => columns.map((column) => ({ id: column.id, header: column.header })), [columns]);
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  const table = useTable<typeof features, Row>({
    features,
    columns: defs,
    data: rows as Row[],
    getRowId: rowId,
    state: {
      rowSelection,
      columnOrder: choice.shown,
      columnVisibility: Object.fromEntries(columns.map(({ id }) => [id, choice.shown.includes(id)])),
    },
    onRowSelectionChange: (next) => {
      setRowSelection(next);
      props.onSelect?.();
    },
  });
  const clear = () => {
    setRowSelection({});
    props.onSelect?.();
  };
  const tableRows = table.getRowModel().rows;
  const selected = tableRows.filter((row) => rowSelection[row.id]).map((row) => row.original);
  const shown = table
    .getVisibleLeafColumns()
    .map((column) => byId.get(column.id))
    .filter((column): column is Column<Row> => column !== undefined)
    .map((column) => (choice.isOwn ? column : wherever(column)));
  const titleId = (shown.find((column) => column.card === "title") ?? shown[0])?.id;

  return (
    <div className="rounded-lg border bg-surface print:border-0">
      {(props.toolbar || columns.some((column) => column.hideable)) && (
        <div data-print="hide" className="flex flex-wrap items-center gap-2 border-b px-3 py-2">
          {props.toolbar}
          <SortSelect columns={columns} param={sortParam} current={sort} />
          <ColumnsPanel
            columns={columns}
            shown={choice.shown}
            isOwn={choice.isOwn}
            onChange={choice.change}
            onReset={choice.reset}
            compact={compact}
            onCompact={setCompact}
          />
          {props.keys && (
            <IconButton
              label="Keys of this list"
              icon={<Keyboard />}
              size="sm"
              onClick={() => setHelp(true)}
              className="touch:hidden"
            />
          )}
        </div>
      )}
      {props.chips}
      {props.keys && <KeysDialog open={help} onOpenChange={setHelp} on={singleKeys.on} onChange={singleKeys.change} />}
      {bulk && selected.length > 0 && (
        <BulkBar count={props.selectedCount ?? selected.length} onClear={clear}>
          {bulk(selected, clear)}
        </BulkBar>
      )}
      {rows.length === 0 ? (
        props.empty
      ) : (
        <section
          ref={region}
          aria-label={label}
          aria-keyshortcuts={singleKeys.shortcuts}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
          tabIndex={0}
          className={cn(scroll === "box" ? boxClass : "overflow-x-auto", compact && compactClass)}
        >
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

/** A column that a person chose shows on every screen. */
const wherever = <Row,>(column: Column<Row>): Column<Row> => ({
  ...column,
  from: undefined,
  card: column.card === "hidden" ? "line" : column.card,
});

const compactClass = "pointer-fine:[--row-height:1.75rem] pointer-fine:[&_td]:py-0";
const boxClass =
  "overflow-x-auto sm:max-h-(--table-height,calc(100dvh-15rem)) sm:min-h-40 sm:overflow-auto print:max-h-none print:overflow-visible";
