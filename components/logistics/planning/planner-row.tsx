"use client";

import { useDraggable, useDroppable } from "@dnd-kit/core";
import { ArrowDown, ArrowUp, EllipsisVertical, GripVertical, MoveRight, Undo2 } from "lucide-react";
import type { KeyboardEvent } from "react";
import type { PlannedStop } from "@/lib/logistics/planning/planned-times";
import type { RouteStopDetail } from "@/lib/logistics/route-queries";
import { IconButton } from "../../ui/button";
import { cn } from "../../ui/cn";
import { DropdownMenu, MenuItem } from "../../ui/dropdown-menu";
import { StopFacts } from "../stop-facts";
import { StopNumber } from "../stop-list";
import { ServiceMinutes } from "./service-minutes";

type PlannerRowProps = {
  stop: RouteStopDetail;
  date: string;
  number: number;
  count: number;
  planned?: PlannedStop;
  others: { id: string; name: string }[];
  onMove: (by: 1 | -1) => void;
  onMoveTo: (routeId: string) => void;
  onTakeOff: () => void;
};

/** One stop that can be carried: its grip takes the arrow keys too, its menu moves it to another route or takes it off. */
export function PlannerRow(props: PlannerRowProps) {
  const { stop, date, number, count, planned, others, onMove, onMoveTo, onTakeOff } = props;
  const drag = useDraggable({ id: stop.id });
  const drop = useDroppable({ id: stop.id });
  const { transform } = drag;
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key] as 1 | -1 | undefined;
    if (!by) return;
    event.preventDefault();
    onMove(by);
  };
  return (
    <li
      ref={(node) => {
        drag.setNodeRef(node);
        drop.setNodeRef(node);
      }}
      style={transform ? { transform: `translate(${transform.x}px, ${transform.y}px)` } : undefined}
      className={cn(
        "flex items-start gap-2 py-3 pr-2 pl-1",
        drag.isDragging && "pointer-events-none relative z-10 rounded-lg bg-raised shadow-high",
        drop.isOver && !drag.isDragging && "bg-hover",
      )}
    >
      <button
        type="button"
        {...drag.listeners}
        onKeyDown={onKeyDown}
        aria-label={`Move ${stop.practice}: arrow keys, or drag`}
        className="-mt-1 flex size-control shrink-0 cursor-grab touch-none items-center justify-center rounded-md text-muted hover:bg-hover"
      >
        <GripVertical aria-hidden className="size-4" />
      </button>
      <StopNumber number={number} />
      <div className="flex min-w-0 flex-1 flex-wrap items-start gap-x-3 gap-y-1">
        <div className="flex min-w-0 flex-1 basis-52">
          <StopFacts stop={stop} date={date} planned={planned} />
        </div>
        <ServiceMinutes stopId={stop.id} practice={stop.practice} minutes={stop.serviceMinutes} />
      </div>
      <span className="flex shrink-0 max-sm:flex-col">
        <IconButton
          label={`Move ${stop.practice} up`}
          icon={<ArrowUp />}
          size="sm"
          className="max-sm:hidden"
          disabled={number === 1}
          onClick={() => onMove(-1)}
        />
        <IconButton
          label={`Move ${stop.practice} down`}
          icon={<ArrowDown />}
          size="sm"
          className="max-sm:hidden"
          disabled={number === count}
          onClick={() => onMove(1)}
        />
        <DropdownMenu
          label={`More for ${stop.practice}`}
          trigger={<IconButton label={`More for ${stop.practice}`} icon={<EllipsisVertical />} size="sm" />}
        >
          <MenuItem icon={<ArrowUp />} disabled={number === 1} onSelect={() => onMove(-1)}>
            Move up
          </MenuItem>
          <MenuItem icon={<ArrowDown />} disabled={number === count} onSelect={() => onMove(1)}>
            Move down
          </MenuItem>
          {others.map((route) => (
            <MenuItem key={route.id} icon={<MoveRight />} onSelect={() => onMoveTo(route.id)}>
              Move to {route.name}
            </MenuItem>
          ))}
          <MenuItem icon={<Undo2 />} onSelect={onTakeOff}>
            Take off the route
          </MenuItem>
        </DropdownMenu>
      </span>
    </li>
  );
}
