"use client";

import { useCallback, useMemo, useState } from "react";
import { STAGE_LABEL } from "@/lib/cases/vocabulary";
import type { WorkGroup, WorkItem } from "@/lib/workflow/work-groups";
import type { ChosenLot } from "../bench/chosen-lots";
import { choicesOf, MaterialLines } from "../bench/material-lines";
import { StatusBadge } from "../ui/badge";
import { Panel } from "../ui/card";
import { MaterialsContext } from "./materials-context";
import { StageStatus } from "./stage-status";
import { MovingContext } from "./use-move";
import { WorkActions } from "./work-actions";
import { WorkItemRow } from "./work-item-row";
import type { Bench } from "./work-panel";

/** Items that stand together at a stage, and what can be done with those chosen: all of them unless some are unticked. */
export function WorkCard({ group, bench }: { group: WorkGroup; bench: Bench }) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = group.items.filter(({ id }) => !left.has(id));
  const toggle = ({ id }: WorkItem) =>
    setLeft((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const [moves, setMoves] = useState(0);
  const count = useCallback((by: 1 | -1) => setMoves((before) => before + by), []);
  const moving = useMemo(() => ({ moving: moves > 0, count }), [moves, count]);
  const [inHand, setInHand] = useState<readonly ChosenLot[]>([]);
  const begun = group.status === "in_progress" || group.status === "on_hold";
  const lines = bench.materials.filter(({ stageId }) => chosen.some(({ open }) => open.id === stageId));
  const choices = useMemo(() => choicesOf(bench.materials, inHand), [bench.materials, inHand]);
  const several = group.items.length > 1;
  const person = group.assignedToId === bench.me ? "You" : group.assignedTo;
  return (
    <Panel
      title={<span className="text-lg">{STAGE_LABEL[group.stage]}</span>}
      aside={
        <span className="flex flex-wrap items-center gap-2">
          <StageStatus status={group.status} />
          {group.waitsForApproval && <StatusBadge tone="warning">Waits for approval</StatusBadge>}
          {person && <span>{person}</span>}
        </span>
      }
    >
      <div className="flex flex-col gap-4">
        <ul className="flex flex-col gap-2">
          {group.items.map((item) => (
            <WorkItemRow
              key={item.id}
              item={item}
              notation={bench.notation}
              choice={several ? { chosen: !left.has(item.id), toggle: () => toggle(item) } : undefined}
            />
          ))}
        </ul>
        {chosen.length > 0 ? (
          <MovingContext value={moving}>
            <MaterialsContext value={choices}>
              {begun && bench.may.work && !chosen.some(({ open }) => open.load) && (
                <MaterialLines lines={lines} chosen={inHand} onChange={setInHand} />
              )}
              <WorkActions group={group} items={chosen} bench={bench} />
            </MaterialsContext>
          </MovingContext>
        ) : (
          <p className="text-sm text-muted">Choose at least one item.</p>
        )}
      </div>
    </Panel>
  );
}
