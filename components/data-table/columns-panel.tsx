"use client";

import { ArrowDown, ArrowUp, Columns3 } from "lucide-react";
import { Button, IconButton } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { Popover } from "../ui/popover";
import { Switch } from "../ui/switch";
import type { Column } from "./column";
import { movedColumn } from "./columns-choice";

type ColumnsPanelProps<Row> = {
  columns: readonly Column<Row>[];
  shown: readonly string[];
  isOwn: boolean;
  onChange: (shown: readonly string[]) => void;
  onReset: () => void;
  compact: boolean;
  onCompact: (compact: boolean) => void;
};

/** Chooses columns, their order and the height of rows; nothing when no column may be hidden. */
export function ColumnsPanel<Row>(props: ColumnsPanelProps<Row>) {
  const { columns, shown, isOwn, onChange, onReset, compact, onCompact } = props;
  if (!columns.some((column) => column.hideable)) return null;
  const byId = new Map(columns.map((column) => [column.id, column]));
  const off = columns.filter(({ id }) => !shown.includes(id));
  return (
    <div className="ml-auto max-sm:hidden">
      <Popover label="Columns" align="end" trigger={<IconButton label="Columns" icon={<Columns3 />} />}>
        <ul className="flex flex-col">
          {[...shown, ...off.map(({ id }) => id)].map((id) => {
            const column = byId.get(id);
            const at = shown.indexOf(id);
            if (!column) return null;
            const flip = (on: boolean) => onChange(on ? [...shown, id] : shown.filter((other) => other !== id));
            return (
              <li key={id} className="flex min-h-9 items-center gap-1">
                <span className="min-w-0 flex-1">
                  <Checkbox
                    label={column.header}
                    checked={at >= 0}
                    disabled={!column.hideable}
                    onChange={(event) => flip(event.target.checked)}
                  />
                </span>
                {at >= 0 && (
                  <>
                    <IconButton
                      label={`Move ${column.header} forward`}
                      icon={<ArrowUp />}
                      size="sm"
                      aria-disabled={at === 0}
                      onClick={() => onChange(movedColumn(shown, id, -1))}
                    />
                    <IconButton
                      label={`Move ${column.header} back`}
                      icon={<ArrowDown />}
                      size="sm"
                      aria-disabled={at === shown.length - 1}
                      onClick={() => onChange(movedColumn(shown, id, 1))}
                    />
                  </>
                )}
              </li>
            );
          })}
        </ul>
        <div className="mt-2 flex items-center justify-between gap-2 border-t pt-2">
          <Switch label="Low rows" checked={compact} onChange={(event) => onCompact(event.target.checked)} />
          {!isOwn && (
            <Button size="sm" variant="ghost" onClick={onReset}>
              Usual columns
            </Button>
          )}
        </div>
      </Popover>
    </div>
  );
}
