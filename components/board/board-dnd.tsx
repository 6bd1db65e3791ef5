"use client";

import {
  type Announcements,
  DndContext,
  DragOverlay,
  KeyboardSensor,
  MouseSensor,
  pointerWithin,
  rectIntersection,
  TouchSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { useState } from "react";
import { STAGE_LABEL, type Stage } from "@/lib/cases/vocabulary";
import { sendBackStages } from "@/lib/workflow/actions";
import { ReasonDialog } from "../workflow/reason-dialog";
import type { BoardProps } from "./board";
import { CardFace } from "./board-card";
import { stageKeys } from "./board-keys";
import { DropColumn } from "./drop-column";
import { cardKey, type Picked, useDrop } from "./use-drop";

const INSTRUCTIONS = {
  draggable:
    "Press space or Enter to pick the case up, the arrow keys to carry it from stage to stage, space or Enter to drop it, Escape to leave it where it was.",
};

/** The board with cards that can be carried: by mouse, by a long touch, by keyboard, or through the menu of their handle. */
export function BoardDnd({ columns, today, notation, by, reasons, moreHref, foot }: BoardProps) {
  const { shown, judge, drop, said, goingBack, stay } = useDrop(columns, notation, by);
  const [picked, setPicked] = useState<Picked | null>(null);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 8 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: stageKeys }),
  );
  const of = (data: unknown) => data as Picked | undefined;
  const announcements: Announcements = {
    onDragStart: ({ active }) => `Picked up ${of(active.data.current)?.card.number}.`,
    onDragOver: ({ active, over }) => {
      const at = of(active.data.current);
      if (!at || !over) return "Over no stage.";
      const decision = judge(at, over.id as Stage);
      const stage = STAGE_LABEL[over.id as Stage];
      if (decision.kind === "none") return `Picked up ${at.card.number}, over ${stage}, where it came from.`;
      return decision.kind === "refused" ? `${stage}, not possible. ${decision.words}` : `${stage}. ${decision.words}.`;
    },
    onDragEnd: ({ over }) => (over ? `Dropped on ${STAGE_LABEL[over.id as Stage]}.` : "Dropped on no stage, it stays."),
    onDragCancel: ({ active }) => `${of(active.data.current)?.card.number} stays where it was.`,
  };
  return (
    <DndContext
      id="board"
      sensors={sensors}
      collisionDetection={(args) => (args.pointerCoordinates ? pointerWithin(args) : rectIntersection(args))}
      accessibility={{ announcements, screenReaderInstructions: INSTRUCTIONS }}
      onDragStart={({ active }) => setPicked(of(active.data.current) ?? null)}
      onDragCancel={() => setPicked(null)}
      onDragEnd={({ active, over }) => {
        setPicked(null);
        const at = of(active.data.current);
        if (at && over) drop(at, over.id as Stage);
      }}
    >
      {shown.map((column) => (
        <DropColumn
          key={column.stage}
          column={column}
          today={today}
          notation={notation}
          moreHref={moreHref[column.stage]}
          foot={foot(column.stage)}
          carried={picked}
          judge={judge}
          drop={drop}
        />
      ))}
      <DragOverlay dropAnimation={null}>
        {picked && (
          <CardFace card={picked.card} today={today} notation={notation} className="cursor-grabbing shadow-high" />
        )}
      </DragOverlay>
      <p role="status" className="sr-only">
        {said}
      </p>
      {goingBack && (
        <ReasonDialog
          key={`${cardKey(goingBack)} ${goingBack.to}`}
          open
          onOpenChange={(open) => open || stay()}
          title={`Send ${goingBack.words} back to ${STAGE_LABEL[goingBack.to].toLowerCase()}`}
          description="It goes back as a new attempt, and the stages after it are passed again."
          reasons={reasons}
          targets={[goingBack.to]}
          submit="Send back"
          done={`Sent back ${goingBack.words}`}
          send={({ reasonId, note }) =>
            sendBackStages({
              stages: goingBack.stages.map(({ id, version }) => ({ id, version })),
              to: goingBack.to,
              reasonId,
              note,
            })
          }
        />
      )}
    </DndContext>
  );
}
