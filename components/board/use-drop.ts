"use client";

import { useRouter } from "next/navigation";
import { useOptimistic, useState, useTransition } from "react";
import type { ToothNotation } from "@/lib/access/actor";
import { itemName } from "@/lib/cases/item-name";
import { STAGE_LABEL, type Stage } from "@/lib/cases/vocabulary";
import type { BoardCard, BoardColumn } from "@/lib/reports/board";
import { completeStages } from "@/lib/workflow/actions";
import { type Drop, decideDrop } from "@/lib/workflow/board-drop";
import type { Mover } from "@/lib/workflow/transitions";
import { UNREACHABLE } from "../forms/action-result";
import { refusalText } from "../forms/use-action";
import { toast } from "../ui/toast";
import { useTakeBackCompletion } from "../workflow/use-completed";

export type Picked = { card: BoardCard; from: Stage };
/** A card that goes back, while its reason is asked. */
export type GoingBack = Picked & { to: Stage; stages: { id: string; version: number }[]; words: string };

export const cardKey = ({ card, from }: Picked) => `${card.caseId} ${from}`;

/**
 * What drops do. A completion shows at once and is taken back with its reason when the server refuses it; a send-back asks why first;
 * receiving and checklists open. `said` is what screen readers are told of the outcome.
 */
export function useDrop(columns: readonly BoardColumn[], notation: ToothNotation, by: Mover) {
  const router = useRouter();
  const takeBack = useTakeBackCompletion();
  const [, startTransition] = useTransition();
  const [said, setSaid] = useState("");
  const [goingBack, setGoingBack] = useState<GoingBack | null>(null);
  const [shown, moveShown] = useOptimistic(columns, moved);

  const judge = ({ card, from }: Picked, to: Stage): Drop =>
    decideDrop(
      {
        number: card.number,
        stage: from,
        onHold: card.onHold,
        stages: card.stages.map((stage) => ({ ...stage, item: itemName(stage, notation) })),
      },
      to,
      by,
    );

  const refuse = (words: string) => {
    setSaid(`Not moved. ${words}`);
    toast.error(words);
  };
  const complete = (picked: Picked, to: Stage, stages: { id: string; version: number }[]) =>
    startTransition(async () => {
      const { number, caseId } = picked.card;
      moveShown({ picked, to, stages });
      try {
        const answer = await completeStages({ stages: stages.map(({ id, version }) => ({ id, version })) });
        if (answer.ok) {
          const words = `${number} is at ${STAGE_LABEL[to].toLowerCase()}`;
          setSaid(words);
          toast.undo(words, () => takeBack(answer.data.stages, number));
        } else if (answer.reason === "checklist_open") {
          toast.info(refusalText(answer), "The checklist is answered here.");
          router.push(`/bench/${caseId}`);
        } else refuse(refusalText(answer));
      } catch {
        refuse(UNREACHABLE);
      }
      router.refresh();
    });

  const drop = (picked: Picked, to: Stage) => {
    const decision = judge(picked, to);
    switch (decision.kind) {
      case "none":
        return setSaid("");
      case "refused":
        return refuse(decision.words);
      case "open":
        toast.info(decision.words);
        return router.push(`/${decision.at}/${picked.card.caseId}`);
      case "send_back":
        return setGoingBack({ ...picked, to, stages: decision.stages, words: picked.card.number });
      case "complete":
        return complete(picked, to, decision.stages);
    }
  };
  return { shown, judge, drop, said, goingBack, stay: () => setGoingBack(null) };
}

type Moved = { picked: Picked; to: Stage; stages: { id: string }[] };

/** The columns with a card's moved items taken along, as they will be once the server says yes. */
function moved(columns: readonly BoardColumn[], { picked, to, stages }: Moved): readonly BoardColumn[] {
  const { card, from } = picked;
  const going = new Set(stages.map(({ id }) => id));
  const stays = card.stages.filter(({ id }) => !going.has(id));
  return columns.map((column) => {
    const others = column.cards.filter(({ caseId }) => caseId !== card.caseId);
    if (column.stage === from && stays.length === 0) return { ...column, cases: column.cases - 1, cards: others };
    if (column.stage !== to) return column;
    const there = column.cards.some(({ caseId }) => caseId === card.caseId);
    return {
      ...column,
      cases: column.cases + (there ? 0 : 1),
      cards: there
        ? column.cards
        : [{ ...card, status: "pending" as const, people: [], moving: true as const }, ...column.cards],
    };
  });
}
