"use client";

import { useDroppable } from "@dnd-kit/core";
import type { ReactNode } from "react";
import type { ToothNotation } from "@/lib/access/actor";
import type { Stage } from "@/lib/cases/vocabulary";
import type { BoardColumn } from "@/lib/reports/board";
import type { Drop } from "@/lib/workflow/board-drop";
import { ColumnFace } from "./board-column";
import { DragCard } from "./drag-card";
import type { Picked } from "./use-drop";

type DropColumnProps = {
  column: BoardColumn;
  today: string;
  notation: ToothNotation;
  moreHref: string;
  foot?: ReactNode;
  carried: Picked | null;
  judge: (picked: Picked, to: Stage) => Drop;
  drop: (picked: Picked, to: Stage) => void;
};

/** A stage that cards can be dropped on; while one hovers it shows whether that will do. */
export function DropColumn({ column, today, notation, moreHref, foot, carried, judge, drop }: DropColumnProps) {
  const { setNodeRef, isOver } = useDroppable({ id: column.stage });
  const decision = carried && isOver ? judge(carried, column.stage).kind : "none";
  const tone = decision === "none" ? null : decision === "refused" ? "refused" : "allowed";
  return (
    <div ref={setNodeRef} className="flex min-w-0">
      <ColumnFace column={column} moreHref={moreHref} tone={tone} foot={foot}>
        <ul className="flex flex-col gap-1.5 p-2 max-lg:max-h-96 max-lg:overflow-y-auto">
          {column.cards.map((card) => (
            <li key={card.caseId}>
              <DragCard card={card} from={column.stage} today={today} notation={notation} judge={judge} drop={drop} />
            </li>
          ))}
        </ul>
      </ColumnFace>
    </div>
  );
}
