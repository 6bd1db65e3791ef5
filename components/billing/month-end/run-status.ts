import type { MonthEndResult, RunStatus } from "@/lib/billing/month-end/run-queries";
import type { Tone } from "../../ui/tone";

/** How a run stands. */
export const RUN_STATUS: Record<RunStatus, { label: string; tone: Tone }> = {
  running: { label: "Under way", tone: "progress" },
  done: { label: "Done", tone: "success" },
  cancelled: { label: "Stopped", tone: "neutral" },
};

/** What became of a practice in a run; `left` when something of it was not sent. */
export function resultStatus({ outcome, words, count }: Pick<MonthEndResult, "outcome" | "words" | "count">): {
  label: string;
  tone: Tone;
} {
  if (outcome === "waiting") return { label: "Not begun", tone: "neutral" };
  if (outcome === "refused") return { label: "Refused", tone: "danger" };
  if (count === 0) return { label: "Nothing to do", tone: "neutral" };
  return words ? { label: "In part", tone: "warning" } : { label: "Sent", tone: "success" };
}
