"use client";

import { DndContext, MouseSensor, TouchSensor, useDraggable, useDroppable, useSensor, useSensors } from "@dnd-kit/core";
import { ArrowDown, ArrowUp, GripVertical } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { cn } from "@/components/ui/cn";
import { IconButton } from "../../ui/button";

type Row = { id: string; name: string; body: ReactNode };
type OrderListProps = { label: string; rows: readonly Row[]; onOrder: (ids: string[]) => void; disabled?: boolean };

/** A list that can be put into another order: by dragging the grip, with the arrow keys on it, or with the arrows beside it. */
export function OrderList({ label, rows, onOrder, disabled }: OrderListProps) {
  const id = useId();
  const [said, setSaid] = useState("");
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 180, tolerance: 8 } }),
  );
  const put = (from: number, to: number) => {
    const moved = rows[from];
    if (disabled || !moved || to < 0 || to >= rows.length || to === from) return;
    const ids = rows.map((row) => row.id);
    ids.splice(to, 0, ...ids.splice(from, 1));
    setSaid(`${moved.name} is now ${to + 1} of ${rows.length}.`);
    onOrder(ids);
  };
  const at = (rowId: unknown) => rows.findIndex((row) => row.id === rowId);
  return (
    <DndContext id={id} sensors={sensors} onDragEnd={({ active, over }) => over && put(at(active.id), at(over.id))}>
      <ul aria-label={label} className="divide-y rounded-lg border bg-surface">
        {rows.map((row, place) => (
          <OrderRow
            key={row.id}
            row={row}
            first={place === 0}
            last={place === rows.length - 1}
            move={(by) => put(place, place + by)}
          />
        ))}
      </ul>
      <p role="status" className="sr-only">
        {said}
      </p>
    </DndContext>
  );
}

type OrderRowProps = { row: Row; first: boolean; last: boolean; move: (by: 1 | -1) => void };

function OrderRow({ row, first, last, move }: OrderRowProps) {
  const drag = useDraggable({ id: row.id });
  const drop = useDroppable({ id: row.id });
  const { transform } = drag;
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key] as 1 | -1 | undefined;
    if (!by) return;
    event.preventDefault();
    move(by);
  };
  return (
    <li
      ref={(node) => {
        drag.setNodeRef(node);
        drop.setNodeRef(node);
      }}
      style={transform ? { transform: `translate(0, ${transform.y}px)` } : undefined}
      className={cn(
        "flex items-center gap-2 py-1.5 pr-2 pl-1",
        drag.isDragging && "relative z-10 rounded-lg bg-raised shadow-high",
        drop.isOver && !drag.isDragging && "bg-hover",
      )}
    >
      <button
        type="button"
        {...drag.listeners}
        onKeyDown={onKeyDown}
        aria-label={`Move ${row.name}: arrow keys, or drag`}
        className="flex size-control shrink-0 cursor-grab touch-none items-center justify-center rounded-md text-muted hover:bg-hover"
      >
        <GripVertical aria-hidden className="size-4" />
      </button>
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-2">{row.body}</div>
      <span className="flex shrink-0 max-sm:hidden">
        <IconButton label={`${row.name} up`} icon={<ArrowUp />} size="sm" disabled={first} onClick={() => move(-1)} />
        <IconButton label={`${row.name} down`} icon={<ArrowDown />} size="sm" disabled={last} onClick={() => move(1)} />
      </span>
    </li>
  );
}
