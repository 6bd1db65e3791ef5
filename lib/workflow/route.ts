import { STAGES, type Stage } from "@/lib/cases/vocabulary";

/** One stage of an item's template, in order, with the department that works it. */
export type RouteStage = { stage: Stage; departmentId: string | null };

const DELIVERY: RouteStage = { stage: "delivery", departmentId: null };

/**
 * The stage that follows `stage` on an item's route; stages its template leaves out are skipped. Every route ends with delivery,
 * after which there is nothing (null). A stage that has left the template since is followed by what comes later in the lab.
 */
export function nextStage(route: readonly RouteStage[], stage: Stage): RouteStage | null {
  if (stage === "delivery") return null;
  const at = route.findIndex((r) => r.stage === stage);
  const later = at >= 0 ? route[at + 1] : route.find((r) => STAGES.indexOf(r.stage) > STAGES.indexOf(stage));
  return later ?? DELIVERY;
}

/**
 * The stages an item can be sent back to from `stage`: those before it on its route, nearest first; receiving is not made again. Of a
 * stage that has left the template since, those earlier in the lab.
 */
export function earlierStages(route: readonly RouteStage[], stage: Stage): RouteStage[] {
  const at = route.findIndex((r) => r.stage === stage);
  const before = at >= 0 ? route.slice(0, at) : route.filter((r) => STAGES.indexOf(r.stage) < STAGES.indexOf(stage));
  return before.filter((r) => r.stage !== "receiving").toReversed();
}
