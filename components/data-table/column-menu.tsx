"use client";

import { Columns3 } from "lucide-react";
import { IconButton } from "../ui/button";
import { DropdownMenu, MenuCheckbox, MenuLabel } from "../ui/dropdown-menu";
import type { Column } from "./column";

type ColumnMenuProps<Row> = {
  columns: readonly Column<Row>[];
  visible: Record<string, boolean>;
  onChange: (visible: Record<string, boolean>) => void;
};

/** Switches columns on and off; nothing when no column may be hidden. */
export function ColumnMenu<Row>({ columns, visible, onChange }: ColumnMenuProps<Row>) {
  const hideable = columns.filter((column) => column.hideable);
  if (hideable.length === 0) return null;
  return (
    <div className="ml-auto max-sm:hidden">
      <DropdownMenu label="Columns" trigger={<IconButton label="Columns" icon={<Columns3 />} />}>
        <MenuLabel>Columns</MenuLabel>
        {hideable.map((column) => (
          <MenuCheckbox
            key={column.id}
            checked={visible[column.id] !== false}
            onCheckedChange={(checked) => onChange({ ...visible, [column.id]: checked })}
          >
            {column.header}
          </MenuCheckbox>
        ))}
      </DropdownMenu>
    </div>
  );
}
