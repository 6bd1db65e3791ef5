import type { AffectedCase } from "./affected";

/** What a practice was told, as it went out: the lot, why, and its own cases. Kept with the notice. */
export type Told = {
  lot: string;
  material: string;
  supplier: string | null;
  reason: string;
  reference: string | null;
  advice: string | null;
  cases: Pick<AffectedCase, "caseId" | "number" | "patient" | "dentist" | "items">[];
};
