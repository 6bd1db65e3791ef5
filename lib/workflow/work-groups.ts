import type { Stage, WorkflowStatus } from "@/lib/cases/vocabulary";
import type { BenchItem, BenchStage } from "./bench-case";
import { earlierStages } from "./route";

export type WorkItem = BenchItem & { open: BenchStage };
/** Items of a case that can move together: at the same stage, in the same state, with the same person, all or none awaiting the dentist. */
export type WorkGroup = {
  key: string;
  stage: Stage;
  status: WorkflowStatus;
  assignedToId: string | null;
  assignedTo: string | null;
  waitsForApproval: boolean;
  items: WorkItem[];
};

const ORDER: WorkflowStatus[] = ["in_progress", "on_hold", "pending", "blocked"];

/** The work of a case in groups, what is going on first, and of that one's own; what waits for the dentist comes last. */
export function workGroups(items: readonly BenchItem[], me: string | null): WorkGroup[] {
  const groups = new Map<string, WorkGroup>();
  for (const item of items) {
    const { open } = item;
    if (!open) continue;
    const key = [open.stage, open.status, open.assignedToId ?? "anyone", open.waitsForApproval].join(" ");
    const group = groups.get(key);
    if (group) group.items.push({ ...item, open });
    else {
      const { stage, status, assignedToId, assignedTo, waitsForApproval } = open;
      groups.set(key, { key, stage, status, assignedToId, assignedTo, waitsForApproval, items: [{ ...item, open }] });
    }
  }
  const rank = ({ status, assignedToId, waitsForApproval }: WorkGroup) =>
    (waitsForApproval ? 2 * ORDER.length : 0) + ORDER.indexOf(status) * 2 + (assignedToId === me ? 0 : 1);
  return [...groups.values()].sort((a, b) => rank(a) - rank(b));
}

/** The stages that all of these items can be sent back to, nearest first. */
export function commonEarlierStages(items: readonly WorkItem[]): Stage[] {
  const [first, ...rest] = items.map(({ route, open }) => earlierStages(route, open.stage).map(({ stage }) => stage));
  return (first ?? []).filter((stage) => rest.every((other) => other.includes(stage)));
}
