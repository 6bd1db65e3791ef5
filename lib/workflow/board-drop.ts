import { STAGE_LABEL, STAGES, type Stage, type WorkflowStatus } from "@/lib/cases/vocabulary";
import { decideMove, MOVE_REFUSAL_WORDS, type Move, type Mover } from "./transitions";

/** An item of a card, as a drop needs it. `next` is the stage after this one, `earlier` those it can go back to. */
export type CardStage = {
  id: string;
  version: number;
  status: WorkflowStatus;
  assignedToId: string | null;
  waitsForApproval: boolean;
  item: string;
  next: Stage | null;
  earlier: Stage[];
};
export type DroppedCard = { number: string; stage: Stage; onHold: boolean; stages: readonly CardStage[] };

/** What dropping a card on another stage does: a move, a screen to open, or a no with its reason. */
export type Drop =
  | { kind: "none" }
  | { kind: "complete" | "send_back"; stages: CardStage[]; words: string }
  | { kind: "open"; at: "receiving" | "bench"; words: string }
  | { kind: "refused"; words: string };

const small = (stage: Stage) => STAGE_LABEL[stage].toLowerCase();
const refused = (words: string): Drop => ({ kind: "refused", words });

/**
 * Decides a drop by the same table as the buttons: on the next stage it completes, on an earlier one it sends back, and nothing skips a
 * stage. Receiving and quality control are opened, since they ask more than a drop can say. Items of the card that cannot go to that
 * stage stay where they are.
 */
export function decideDrop(card: DroppedCard, to: Stage, by: Mover): Drop {
  if (to === card.stage) return { kind: "none" };
  if (card.onHold) return refused(`Case ${card.number} is on hold. Release it before moving it.`);
  return STAGES.indexOf(to) > STAGES.indexOf(card.stage) ? forward(card, to, by) : back(card, to, by);
}

function forward(card: DroppedCard, to: Stage, by: Mover): Drop {
  const going = card.stages.filter(({ next }) => next === to);
  const [first] = card.stages;
  if (going.length === 0)
    return refused(
      first?.next
        ? `${first.item} goes to ${small(first.next)} next, one stage at a time.`
        : `Nothing of ${card.number} goes to ${small(to)}.`,
    );
  if (card.stage === "receiving")
    return (
      decided(card, "receive", going, by) ?? {
        kind: "open",
        at: "receiving",
        words: "Receiving asks what came and for the pan.",
      }
    );
  if (card.stage === "quality_control")
    return (
      decided(card, "pass", going, by) ?? {
        kind: "open",
        at: "bench",
        words: "The checklist is answered before it passes.",
      }
    );
  const staying = card.stages.filter((stage) => !going.includes(stage)).map(({ item }) => item);
  const words = `Completes ${small(card.stage)} of ${names(going)}${staying.length > 0 ? `; ${staying.join(", ")} stays` : ""}`;
  return decided(card, "complete", going, by) ?? { kind: "complete", stages: going, words };
}

function back(card: DroppedCard, to: Stage, by: Mover): Drop {
  if (to === "receiving") return refused("Receiving is not made again.");
  const going = card.stages.filter(({ earlier }) => earlier.includes(to));
  if (going.length === 0) return refused(`${names(card.stages)} has no ${small(to)} before ${small(card.stage)}.`);
  const words = `Sends ${names(going)} back to ${small(to)}, with a reason`;
  return decided(card, "send_back", going, by) ?? { kind: "send_back", stages: going, words };
}

/** Why the move is refused for one of the stages, in words; null when it may be made. A check that waits is opened all the same. */
function decided({ stage }: DroppedCard, move: Move, going: CardStage[], by: Mover): Drop | null {
  for (const { status, assignedToId, waitsForApproval, item } of going) {
    const decision = decideMove(move, { stage, status, assignedToId, waitsForApproval }, by);
    const opens = move === "pass" && status === "pending";
    if ("refused" in decision && !(opens && decision.refused === "not_started"))
      return refused(MOVE_REFUSAL_WORDS[decision.refused](item));
  }
  return null;
}

const names = (stages: readonly CardStage[]) => stages.map(({ item }) => item).join(", ");
