import { CirclePause, CirclePlay, Clock, OctagonX } from "lucide-react";
import type { WorkflowStatus } from "@/lib/cases/vocabulary";
import { StatusBadge } from "../ui/badge";

const LOOK = {
  pending: { tone: "neutral", icon: Clock, word: "Waiting" },
  in_progress: { tone: "progress", icon: CirclePlay, word: "Working" },
  on_hold: { tone: "warning", icon: CirclePause, word: "Paused" },
  blocked: { tone: "danger", icon: OctagonX, word: "Blocked" },
  completed: { tone: "success", icon: undefined, word: "Completed" },
} as const;

/** The state of an attempt at a stage. */
export function StageStatus({ status }: { status: WorkflowStatus }) {
  const { tone, icon, word } = LOOK[status];
  return (
    <StatusBadge tone={tone} icon={icon}>
      {word}
    </StatusBadge>
  );
}
