import type { Stage } from "@/lib/cases/vocabulary";

/** A stage of a template as a form holds it: days as they are written, "" for no department. */
export type StageValues = { stage: Stage; days: string; departmentId: string };

/** What a new template begins with. */
export const NEW_STAGES: StageValues[] = [
  { stage: "receiving", days: "0", departmentId: "" },
  { stage: "design", days: "1", departmentId: "" },
  { stage: "quality_control", days: "0.5", departmentId: "" },
  { stage: "delivery", days: "0", departmentId: "" },
];
