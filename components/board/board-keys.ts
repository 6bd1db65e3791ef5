import type { KeyboardCoordinateGetter } from "@dnd-kit/core";
import { STAGES } from "@/lib/cases/vocabulary";

const STEP: Record<string, 1 | -1> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Arrow keys carry a card from stage to stage, wherever the columns stand on the screen. */
export const stageKeys: KeyboardCoordinateGetter = (event, { context, currentCoordinates }) => {
  const step = STEP[event.code];
  if (!step) return undefined;
  event.preventDefault();
  const { over, active, droppableRects, collisionRect } = context;
  const at = STAGES.findIndex((stage) => stage === (over?.id ?? active?.data.current?.from));
  const rect = droppableRects.get(STAGES[at + step] ?? "");
  if (!rect || !collisionRect) return currentCoordinates;
  return {
    x: rect.left + rect.width / 2 - collisionRect.width / 2,
    y: rect.top + Math.min(rect.height / 2, 90) - collisionRect.height / 2,
  };
};
