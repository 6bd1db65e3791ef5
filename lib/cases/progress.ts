import type { ItemState } from "./status";
import { STAGES, type Stage } from "./vocabulary";

/** `again`: passed before, and to be passed anew after work was sent back. `left_out`: not part of making this. */
export type StepState = "done" | "current" | "waiting" | "again" | "left_out";
export type Step = { stage: Stage; state: StepState };

type Stepped = Pick<ItemState, "stage" | "status">;

/**
 * The seven stages of one item: what it has passed, where it is and what is still to come. `needed` are the stages of its template,
 * `passed` those with an attempt already made.
 */
export function itemSteps(item: Stepped, needed: readonly Stage[], passed: readonly Stage[] = []): Step[] {
  const at = STAGES.indexOf(item.stage);
  return STAGES.map((stage, i) => {
    if (!needed.includes(stage) && stage !== item.stage) return { stage, state: "left_out" };
    if (item.status === "delivered" || (i < at && item.status !== "cancelled")) return { stage, state: "done" };
    if (item.status === "cancelled") return { stage, state: passed.includes(stage) && i < at ? "done" : "left_out" };
    if (i === at) return { stage, state: "current" };
    return { stage, state: passed.includes(stage) ? "again" : "waiting" };
  });
}

/** The seven stages of a whole case: the item furthest behind says where it is; cancelled items do not count. */
export function caseSteps(items: readonly Stepped[], needed: readonly Stage[]): Step[] {
  const living = items.filter((item) => item.status !== "cancelled");
  const behind = living.reduce<Stepped | null>(
    (last, item) =>
      item.status !== "delivered" && (!last || STAGES.indexOf(item.stage) < STAGES.indexOf(last.stage)) ? item : last,
    null,
  );
  if (!behind)
    return STAGES.map((stage) => ({ stage, state: living.length > 0 && needed.includes(stage) ? "done" : "left_out" }));
  return itemSteps(behind, needed);
}

/** "Step 3 of 6" counts the stages that are part of making it; null when there is none under way. */
export function stepCount(steps: readonly Step[]): { at: number; of: number } | null {
  const parts = steps.filter((step) => step.state !== "left_out");
  const at = parts.findIndex((step) => step.state === "current");
  return at < 0 ? null : { at: at + 1, of: parts.length };
}
