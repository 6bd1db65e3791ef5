"use client";

import { useDraggable } from "@dnd-kit/core";
import { GripVertical } from "lucide-react";
import { useState } from "react";
import type { ToothNotation } from "@/lib/access/actor";
import { STAGE_LABEL, STAGES, type Stage } from "@/lib/cases/vocabulary";
import type { Drop } from "@/lib/workflow/board-drop";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { CardFace } from "./board-card";
import { cardKey, type Picked } from "./use-drop";

type DragCardProps = Picked & {
  today: string;
  notation: ToothNotation;
  judge: (picked: Picked, to: Stage) => Drop;
  drop: (picked: Picked, to: Stage) => void;
};

/**
 * A card that can be carried to another stage. Its handle takes the keyboard; a tap on it lists the stages instead, for whom
 * dragging does not suit.
 */
export function DragCard({ card, from, today, notation, judge, drop }: DragCardProps) {
  const picked: Picked = { card, from };
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, isDragging } = useDraggable({
    id: cardKey(picked),
    data: picked,
    disabled: card.moving,
  });
  const [open, setOpen] = useState(false);
  const places = STAGES.map((stage) => ({ stage, does: judge(picked, stage) })).filter(
    ({ does }) => does.kind !== "none",
  );
  const possible = places.filter(({ does }) => does.kind !== "refused");
  return (
    <div ref={setNodeRef} {...listeners} className={isDragging ? "opacity-40" : "cursor-grab"}>
      <CardFace
        card={card}
        today={today}
        notation={notation}
        className="hover:border-line-strong"
        handle={
          <button
            type="button"
            {...attributes}
            ref={setActivatorNodeRef}
            disabled={card.moving}
            aria-label={`Move ${card.number} from ${STAGE_LABEL[from].toLowerCase()}`}
            onClick={() => setOpen(true)}
            className="-mt-0.5 -mr-1 flex size-6 shrink-0 items-center justify-center rounded-sm text-muted hover:bg-hover touch:size-11"
          >
            <GripVertical aria-hidden className="size-4" />
          </button>
        }
      />
      {open && (
        <Dialog title={`Move ${card.number}`} size="sm" open onOpenChange={setOpen}>
          <ul className="flex flex-col gap-2">
            {(possible.length > 0 ? possible : places).map(({ stage, does }) => (
              <li key={stage}>
                <Button
                  size="lg"
                  className="h-auto min-h-control-lg w-full flex-col items-start gap-0 py-2 text-left whitespace-normal"
                  disabled={does.kind === "refused"}
                  onClick={() => {
                    setOpen(false);
                    drop(picked, stage);
                  }}
                >
                  <span>{STAGE_LABEL[stage]}</span>
                  <span className="text-sm font-normal text-muted">{"words" in does && does.words}</span>
                </Button>
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </div>
  );
}
