"use client";

import {
  DndContext,
  DragOverlay,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { dayWords } from "@/lib/staff/day-words";
import { moveShift } from "@/lib/staff/rota/actions";
import type { Rota, RotaDay, RotaRow, RotaShift } from "@/lib/staff/rota/queries";
import { refusalText, useAction } from "../../forms/use-action";
import { cn } from "../../ui/cn";
import { useRegion } from "../../ui/region";
import { toast } from "../../ui/toast";
import { DayList } from "./day-list";
import { ShiftChip } from "./shift-chip";
import { type Choice, ShiftDialog, type ShiftToPlan } from "./shift-dialog";
import { Away, WeekTable } from "./week-table";

type Place = { userId: string; day: string };
type Carried = { shift: RotaShift; at: Place };

type WeekPlannerProps = {
  rota: Rota;
  today: string;
  departments: readonly Choice[];
  usual: { from: string; to: string };
};

/** The week to plan: shifts are made in a cell, carried by mouse or touch, with Alt and the arrow keys, or through their dialog; on a phone by day. */
export function WeekPlanner({ rota, today, departments, usual }: WeekPlannerProps) {
  const router = useRouter();
  const { locale } = useRegion();
  const [open, setOpen] = useState<ShiftToPlan | null>(null);
  const [carried, setCarried] = useState<Carried | null>(null);
  const week = useRef<HTMLDivElement>(null);
  const stepped = useRef<string | null>(null);
  // A shift moved by its keys stands in another cell afterwards: the focus goes with it, so that it can be moved on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the rota anew that put it there.
  useEffect(() => {
    if (!stepped.current || document.activeElement !== document.body) return;
    week.current?.querySelector<HTMLElement>(`[data-shift="${stepped.current}"] button`)?.focus();
    stepped.current = null;
  }, [rota]);
  const move = useAction(moveShift, {
    onSuccess: () => {
      toast.success("Shift moved");
      router.refresh();
    },
    onRefused: (refusal) => {
      stepped.current = null;
      toast.error(refusalText(refusal));
      router.refresh();
    },
  });
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 8 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
  );
  const moveTo = ({ shift, at }: Carried, to: Place) => {
    if (to.userId === at.userId && to.day === at.day) return;
    move.run({ id: shift.id, version: shift.version, ...to });
  };
  const step = ({ shift, at }: Carried, by: { days: number; people: number }) => {
    const day = rota.days[rota.days.findIndex((one) => one.day === at.day) + by.days]?.day;
    const person = rota.rows[rota.rows.findIndex((one) => one.userId === at.userId) + by.people];
    if (!day || !person) return;
    stepped.current = shift.id;
    moveTo({ shift, at }, { userId: person.userId, day });
  };
  const people = rota.rows.map(({ userId, name }) => ({ id: userId, name }));
  return (
    <DndContext
      id="rota"
      sensors={sensors}
      collisionDetection={pointerWithin}
      onDragStart={({ active }) => setCarried((active.data.current as Carried | undefined) ?? null)}
      onDragCancel={() => setCarried(null)}
      onDragEnd={({ active, over }) => {
        setCarried(null);
        const from = active.data.current as Carried | undefined;
        const to = over?.data.current as Place | undefined;
        if (from && to) moveTo(from, to);
      }}
    >
      <div className="sm:hidden print:hidden">
        <DayList
          rota={rota}
          today={today}
          openOf={(userId, day) => (shift) => setOpen({ userId, day, from: shift.from, to: shift.to, shift })}
          onPlan={(day) => setOpen({ userId: rota.rows[0]?.userId ?? "", day, ...usual })}
        />
      </div>
      <div ref={week} className="hidden sm:block print:block">
        <WeekTable
          rota={rota}
          today={today}
          cell={(row, day) => (
            <PlannerCell
              row={row}
              day={day}
              words={`${row.name}, ${dayWords(day.day, locale)}`}
              onPlan={() => setOpen({ userId: row.userId, day: day.day, ...(row.cells[day.day]?.hours ?? usual) })}
            >
              {row.cells[day.day]?.shifts.map((shift) => {
                const at = { userId: row.userId, day: day.day };
                return (
                  <DragChip
                    key={shift.id}
                    carried={{ shift, at }}
                    of={`${row.name}, ${dayWords(day.day, locale)}`}
                    onOpen={() => setOpen({ ...at, from: shift.from, to: shift.to, shift })}
                    onMove={(by) => step({ shift, at }, by)}
                  />
                );
              })}
            </PlannerCell>
          )}
        />
      </div>
      <DragOverlay dropAnimation={null}>
        {carried && <ShiftChip shift={carried.shift} of="" className="cursor-grabbing shadow-high" />}
      </DragOverlay>
      {open && (
        <ShiftDialog
          key={`${open.userId} ${open.day} ${open.shift?.id}`}
          plan={open}
          people={people}
          departments={departments}
          onClose={() => setOpen(null)}
        />
      )}
    </DndContext>
  );
}

type PlannerCellProps = { row: RotaRow; day: RotaDay; words: string; onPlan: () => void; children: ReactNode };

function PlannerCell({ row, day, words, onPlan, children }: PlannerCellProps) {
  const at: Place = { userId: row.userId, day: day.day };
  const { setNodeRef, isOver } = useDroppable({ id: `${row.userId} ${day.day}`, data: at });
  const cell = row.cells[day.day];
  return (
    <div
      ref={setNodeRef}
      className={cn("group flex h-full min-h-14 flex-col gap-1 p-1.5", isOver && "ring-2 ring-accent ring-inset")}
    >
      {cell && <Away cell={cell} />}
      {children}
      <button
        type="button"
        data-print="hide"
        aria-label={`Plan a shift, ${words}`}
        onClick={onPlan}
        className="mt-auto flex h-6 items-center justify-center rounded-sm border border-dashed border-transparent text-muted opacity-0 group-hover:border-line-strong group-hover:opacity-100 hover:bg-hover focus-visible:opacity-100 touch:opacity-60"
      >
        <Plus aria-hidden className="size-3.5" />
      </button>
    </div>
  );
}

type DragChipProps = {
  carried: Carried;
  of: string;
  onOpen: () => void;
  onMove: (step: { days: number; people: number }) => void;
};

function DragChip({ carried, of, onOpen, onMove }: DragChipProps) {
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: carried.shift.id, data: carried });
  return (
    <div
      ref={setNodeRef}
      {...listeners}
      data-shift={carried.shift.id}
      className={isDragging ? "opacity-40" : "cursor-grab"}
    >
      <ShiftChip shift={carried.shift} of={of} onOpen={onOpen} onMove={onMove} />
    </div>
  );
}
