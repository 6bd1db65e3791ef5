import type { ToothNotation } from "@/lib/access/actor";
import { itemName } from "@/lib/cases/item-name";
import type { CaseStatus } from "@/lib/cases/vocabulary";
import type { Transaction } from "@/lib/db/transaction";
import { allUsesOfLot, type LotUse } from "../trace/uses";

/** A case that a lot went into. Items are in words, teeth in the notation asked for. */
export type AffectedCase = {
  caseId: string;
  number: string;
  status: CaseStatus;
  patient: string;
  dentist: string;
  items: string[];
};
export type AffectedPractice = { practiceId: string; practice: string; cases: AffectedCase[] };

/** Every case that a lot went into, by practice and number. */
export async function affectedBy(tx: Transaction, lotId: string, notation: ToothNotation): Promise<AffectedPractice[]> {
  return byPractice(await allUsesOfLot(tx, lotId), notation);
}

/** Uses of a lot gathered by practice and case; each item is named once. */
export function byPractice(uses: readonly LotUse[], notation: ToothNotation): AffectedPractice[] {
  const practices = new Map<string, AffectedPractice>();
  for (const use of uses.toSorted((a, b) => (a.caseNumber < b.caseNumber ? -1 : 1))) {
    const { practiceId, practice, caseId, caseNumber, caseStatus, patient, dentist } = use;
    const of = practices.get(practiceId) ?? { practiceId, practice, cases: [] };
    practices.set(practiceId, of);
    let found = of.cases.find((each) => each.caseId === caseId);
    if (!found) {
      found = { caseId, number: caseNumber, status: caseStatus, patient, dentist, items: [] };
      of.cases.push(found);
    }
    const item = itemName(use, notation);
    if (!found.items.includes(item)) found.items.push(item);
  }
  return [...practices.values()].toSorted((a, b) => a.practice.localeCompare(b.practice));
}

/** Work on these cases can still be stopped. */
export const isInTheLab = ({ status }: Pick<AffectedCase, "status">): boolean =>
  status !== "delivered" && status !== "cancelled";
