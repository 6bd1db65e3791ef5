import { STAGE_LABEL, type Stage } from "@/lib/cases/vocabulary";

/** What is known of a case that is past its ship-by day. Days are whole days until now; times of one item, the one furthest behind. */
export type LateFacts = {
  stage: Stage;
  stageStatus: "pending" | "in_progress" | "blocked" | "on_hold";
  holdReason: string | null;
  blockReason: string | null;
  /** Days since the open attempt was queued. */
  daysAtStage: number;
  attempt: number;
  /** Attempts that failed or were sent back, over all items of the case. */
  setbacks: number;
  receivedLate: boolean;
};

/**
 * Why a case is late, as one sentence: the most telling fact first. A hold explains more than a block, a block more than rework,
 * and rework more than waiting in a queue.
 */
export function whyLate(facts: LateFacts): string {
  const at = STAGE_LABEL[facts.stage].toLowerCase();
  const days = facts.daysAtStage === 1 ? "1 day" : `${facts.daysAtStage} days`;
  if (facts.holdReason) return `On hold: ${facts.holdReason}`;
  if (facts.stageStatus === "blocked") return `Blocked at ${at}: ${facts.blockReason ?? "no reason given"}`;
  if (facts.stage === "receiving")
    return facts.daysAtStage === 0 ? "Sent today, not received yet" : `Not received yet, ${days} after it was sent`;
  if (facts.setbacks > 0)
    return `Made again ${facts.setbacks === 1 ? "once" : `${facts.setbacks} times`}, now at ${at}`;
  if (facts.stage === "delivery")
    return facts.daysAtStage === 0
      ? "Finished today, waiting for a delivery"
      : `Finished, waiting ${days} for a delivery`;
  if (facts.stageStatus === "in_progress")
    return facts.daysAtStage === 0 ? `In work at ${at} since today` : `In work at ${at} for ${days}`;
  if (facts.daysAtStage >= 2) return `Waiting ${days} at ${at}`;
  return facts.receivedLate ? `Received late, now at ${at}` : `Waiting at ${at}`;
}
