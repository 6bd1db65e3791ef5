"use client";

import { type ComponentType, type ReactNode, useEffect, useState } from "react";
import type { ToothNotation } from "@/lib/access/actor";
import type { Permission } from "@/lib/access/permissions";
import type { Stage } from "@/lib/cases/vocabulary";
import type { BoardColumn } from "@/lib/reports/board";
import type { BoardTryIn } from "@/lib/reports/board-try-ins";
import type { Reason } from "@/lib/workflow/reasons";
import type { Mover } from "@/lib/workflow/transitions";
import { CardFace } from "./board-card";
import { ColumnFace } from "./board-column";
import { BoardTryIns } from "./board-try-ins";

type BoardData = {
  columns: readonly BoardColumn[];
  /** The lab's day. */
  today: string;
  notation: ToothNotation;
  /** Why work can be sent back. */
  reasons: readonly Reason[];
  moreHref: Record<Stage, string>;
};
export type BoardProps = BoardData & {
  by: Mover /** What stands under the cards of a stage. */;
  foot: (stage: Stage) => ReactNode;
};

type Props = BoardData & { me: string | null; permissions: readonly Permission[]; tryIns: readonly BoardTryIn[] };

/** The seven stages. The code that lets cards be carried comes after the cards are there. */
export function Board({ me, permissions, tryIns, ...data }: Props) {
  const [Dnd, setDnd] = useState<ComponentType<BoardProps> | null>(null);
  useEffect(() => {
    let over = false;
    void import("./board-dnd").then(({ BoardDnd }) => over || setDnd(() => BoardDnd));
    return () => {
      over = true;
    };
  }, []);
  const { columns, today, notation, moreHref } = data;
  const foot = (stage: Stage) => (stage === "delivery" ? <BoardTryIns tryIns={tryIns} notation={notation} /> : null);
  return (
    <section
      aria-label="Stages"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="mb-8 grid gap-2 max-lg:grid-cols-1 lg:auto-cols-[minmax(9.75rem,1fr)] lg:grid-flow-col lg:overflow-x-auto lg:pb-2"
    >
      {Dnd ? (
        <Dnd {...data} by={{ userId: me, permissions: new Set(permissions) }} foot={foot} />
      ) : (
        columns.map((column) => (
          <ColumnFace key={column.stage} column={column} moreHref={moreHref[column.stage]} foot={foot(column.stage)}>
            <ul className="flex flex-col gap-1.5 p-2 max-lg:max-h-96 max-lg:overflow-y-auto">
              {column.cards.map((card) => (
                <li key={card.caseId}>
                  <CardFace card={card} today={today} notation={notation} />
                </li>
              ))}
            </ul>
          </ColumnFace>
        ))
      )}
    </section>
  );
}
