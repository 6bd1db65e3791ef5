import { Hourglass, ThumbsDown, ThumbsUp, Undo2 } from "lucide-react";
import { StatusBadge } from "@/components/ui/badge";
import type { ItemApproval } from "@/lib/cases/approvals/queries";

const LOOK = {
  waiting: { tone: "warning", icon: Hourglass, words: "Waits for approval" },
  approved: { tone: "success", icon: ThumbsUp, words: "Design approved" },
  rejected: { tone: "danger", icon: ThumbsDown, words: "Design rejected" },
  withdrawn: { tone: "neutral", icon: Undo2, words: "Withdrawn" },
} as const;

/** How a design stands with its dentist, in a word. */
export function ApprovalMark({ state }: { state: ItemApproval | "withdrawn" }) {
  const { tone, icon, words } = LOOK[state];
  return (
    <StatusBadge tone={tone} icon={icon}>
      {words}
    </StatusBadge>
  );
}
