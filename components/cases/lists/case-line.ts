import type { ToothNotation } from "@/lib/access/actor";
import { materialsOf, stagesOf, unitsOf } from "@/lib/cases/export-values";
import { itemsSummary } from "@/lib/cases/item-name";
import type { Lateness } from "@/lib/cases/lateness";
import type { Step } from "@/lib/cases/progress";
import type { CaseWork, ListedCase } from "@/lib/cases/queries";
import type { CaseStatus, Urgency } from "@/lib/cases/vocabulary";

/** A line of the case list as the screen shows it; everything is text, so that it travels light. */
export type CaseLine = {
  id: string;
  number: string;
  version: number;
  status: CaseStatus;
  urgency: Urgency;
  dueOn: string;
  shipBy: string;
  createdAt: string;
  receivedAt: string | null;
  deliveredAt: string | null;
  patient: string;
  name: string | null;
  practice: string;
  dentist: string;
  items: string;
  material: string;
  units: number;
  stage: string;
  people: string;
  pan: string | null;
  remakeOf: string | null;
  lateness: Lateness | null;
  /** How far it is, where the list shows that. */
  steps?: readonly Step[];
};

/** A listed case as a line, with teeth in the reader's notation and, for the lab's people, its pan and who works on it. */
export function caseLine(
  found: ListedCase,
  notation: ToothNotation,
  lateness: Lateness | null,
  work?: CaseWork,
): CaseLine {
  const { items, patientName, createdAt, receivedAt, deliveredAt, ...row } = found;
  return {
    ...row,
    name: patientName,
    createdAt: createdAt.toISOString(),
    receivedAt: receivedAt?.toISOString() ?? null,
    deliveredAt: deliveredAt?.toISOString() ?? null,
    items: itemsSummary(items, notation),
    material: materialsOf(items),
    units: unitsOf(items),
    stage: stagesOf(items).join(", "),
    people: work?.people.join(", ") ?? "",
    pan: work?.pan ?? null,
    lateness,
  };
}
