"use client";

import Link from "next/link";
import { useId } from "react";
import { Checkbox } from "../ui/checkbox";
import { cn } from "../ui/cn";
import { type Column, cellPlace } from "./column";
import { roles } from "./roles";

type TableRowProps<Row> = {
  row: Row;
  columns: readonly Column<Row>[];
  titleId?: string;
  href?: string;
  selection?: { selected: boolean; toggle: () => void };
};

/** One row. Its link covers the row; other controls in the row lie above the link. */
export function TableRow<Row>({ row, columns, titleId, href, selection }: TableRowProps<Row>) {
  const titleCell = useId();
  return (
    <tr
      {...roles.row}
      data-row
      aria-selected={selection?.selected}
      className={cn(
        "group/row relative max-sm:grid max-sm:grid-cols-[1fr_auto] max-sm:gap-x-3 max-sm:gap-y-1 max-sm:border-b max-sm:px-4 max-sm:py-3 max-sm:last:border-b-0",
        selection && "max-sm:pl-12",
        selection?.selected ? "bg-accent-soft" : href && "hover:bg-hover",
      )}
    >
      {selection && (
        <td {...roles.cell} className={cn(cellClass, "w-0 pr-0 max-sm:absolute max-sm:top-3.5 max-sm:left-4")}>
          <label htmlFor={`${titleCell}-box`} className="-m-3 block p-3">
            <Checkbox
              id={`${titleCell}-box`}
              aria-labelledby={titleCell}
              checked={selection.selected}
              onChange={selection.toggle}
              className="block"
            />
          </label>
        </td>
      )}
      {columns.map((column) => {
        const place = cellPlace(column.id === titleId ? { ...column, card: "title" } : column);
        const content = column.cell(row);
        return (
          <td
            key={column.id}
            id={column.id === titleId ? titleCell : undefined}
            {...roles.cell}
            className={cn(cellClass, place)}
          >
            {(column.card ?? "line") === "line" && column.id !== titleId && (
              <span className="shrink-0 text-xs text-muted sm:hidden">{column.header}</span>
            )}
            {column.id === titleId && href ? (
              <Link
                href={href}
                data-row-link
                prefetch={false}
                className="font-medium outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
              >
                {content}
              </Link>
            ) : (
              content
            )}
          </td>
        );
      })}
    </tr>
  );
}

const cellClass = "sm:h-row sm:border-b sm:px-3 sm:py-1 sm:group-last/row:border-b-0 max-sm:block max-sm:min-w-0";
