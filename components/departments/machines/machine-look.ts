import type { MachineRecord } from "@/lib/departments/machines/queries";
import type { Tone } from "../../ui/tone";

const LOOK: Record<MachineRecord["status"], { tone: Tone; word: string }> = {
  active: { tone: "success", word: "Ready" },
  maintenance: { tone: "warning", word: "Maintenance" },
  inactive: { tone: "neutral", word: "Not in use" },
  broken: { tone: "danger", word: "Down" },
  decommissioned: { tone: "neutral", word: "Decommissioned" },
};

/** How a machine's state looks now: a planned downtime that lasts counts before being ready. */
export const machineLook = ({ status, plannedUntil }: Pick<MachineRecord, "status" | "plannedUntil">) =>
  status === "active" && plannedUntil ? { tone: "warning" as const, word: "Planned downtime" } : LOOK[status];

/** How a due maintenance looks. */
export const DUE_LOOK = {
  overdue: { tone: "danger", word: "Overdue" },
  due: { tone: "warning", word: "Due" },
  later: { tone: "neutral", word: "Later" },
} as const;
