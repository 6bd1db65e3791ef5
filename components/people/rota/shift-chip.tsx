"use client";

import type { KeyboardEvent, Ref } from "react";
import type { RotaShift } from "@/lib/staff/rota/queries";
import { cn } from "../../ui/cn";

type ShiftChipProps = {
  shift: RotaShift;
  /** Whose shift on which day, for those who cannot see the column. */
  of: string;
  onOpen?: () => void;
  /** With Alt and an arrow: so many days or people on. */
  onMove?: (step: { days: number; people: number }) => void;
  className?: string;
  ref?: Ref<HTMLButtonElement>;
};

const STEPS: Record<string, { days: number; people: number }> = {
  ArrowLeft: { days: -1, people: 0 },
  ArrowRight: { days: 1, people: 0 },
  ArrowUp: { days: 0, people: -1 },
  ArrowDown: { days: 0, people: 1 },
};

/** A shift in a cell: its hours, whether it is a draft, and where when not in the person's own department. */
export function ShiftChip({ shift, of, onOpen, onMove, className, ref }: ShiftChipProps) {
  const words = (
    <>
      <span className="font-medium tabular-nums">
        {shift.from}–{shift.to}
      </span>
      {shift.draft && <span className="text-2xs text-muted">Draft</span>}
      {shift.elsewhere && <span className="truncate text-2xs text-muted">{shift.elsewhere}</span>}
      {shift.note && <span className="truncate text-2xs text-muted">{shift.note}</span>}
    </>
  );
  const look = cn(
    "flex w-full min-w-0 flex-wrap items-baseline gap-x-1.5 rounded-sm border px-1.5 py-0.5 text-left text-xs",
    shift.draft
      ? "border-dashed border-line-strong bg-surface"
      : "border-progress-line bg-progress-bg text-progress-text",
    className,
  );
  if (!onOpen) return <span className={look}>{words}</span>;
  const keys = (event: KeyboardEvent) => {
    const step = event.altKey ? STEPS[event.key] : undefined;
    if (!step || !onMove) return;
    event.preventDefault();
    onMove(step);
  };
  return (
    <button
      type="button"
      ref={ref}
      aria-label={`Shift ${shift.from} to ${shift.to}${shift.draft ? ", draft" : ""}, ${of}`}
      aria-keyshortcuts={onMove && "Alt+ArrowLeft Alt+ArrowRight Alt+ArrowUp Alt+ArrowDown"}
      onClick={onOpen}
      onKeyDown={keys}
      className={cn(look, "hover:border-accent touch:min-h-11")}
    >
      {words}
    </button>
  );
}
