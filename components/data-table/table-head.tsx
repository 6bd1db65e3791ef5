"use client";

import { Checkbox } from "../ui/checkbox";
import { cn } from "../ui/cn";
import { type Column, cellPlace } from "./column";
import { roles } from "./roles";
import type { Sort } from "./sort";
import { SortHeader } from "./sort-header";

type TableHeadProps<Row> = {
  columns: readonly Column<Row>[];
  sort: Sort | null;
  sortParam: string;
  selection?: { all: boolean; some: boolean; toggle: () => void };
};

const headClass =
  "sticky top-0 z-[2] h-8 border-b bg-sunken px-3 text-left text-xs font-medium whitespace-nowrap text-muted";

/** The headers; absent on a phone, where every line of a card carries its name. */
export function TableHead<Row>({ columns, sort, sortParam, selection }: TableHeadProps<Row>) {
  return (
    <thead {...roles.group} className="max-sm:hidden">
      <tr {...roles.row}>
        {selection && (
          <th {...roles.head} scope="col" className={cn(headClass, "w-0 pr-0")}>
            <Checkbox
              aria-label="Select all rows"
              checked={selection.all}
              indeterminate={selection.some && !selection.all}
              onChange={selection.toggle}
              className="block"
            />
          </th>
        )}
        {columns.map((column) => (
          <th
            key={column.id}
            {...roles.head}
            scope="col"
            aria-sort={ariaSort(column.sort, sort)}
            style={column.width ? { width: column.width } : undefined}
            className={cn(headClass, cellPlace({ ...column, card: undefined }))}
          >
            {column.sort ? (
              <SortHeader
                header={column.header}
                sortKey={column.sort}
                param={sortParam}
                current={sort}
                numeric={column.numeric}
              />
            ) : (
              column.header
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function ariaSort(key: string | undefined, sort: Sort | null) {
  if (!key) return undefined;
  if (key !== sort?.key) return "none" as const;
  return sort.descending ? ("descending" as const) : ("ascending" as const);
}
