import type { Arch, ProcedureType, Urgency } from "@/lib/cases/vocabulary";
import { emptySql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

const PRACTICES_A_PAGE = 20;

export type WaitingItem = {
  id: string;
  caseId: string;
  number: string;
  patient: string;
  procedureType: ProcedureType;
  arch: Arch | null;
  teeth: number[];
  shade: string | null;
  urgency: Urgency;
  shipBy: string;
  dueOn: string;
  /** The case is on hold: nothing of it may be shipped. */
  held: boolean;
  /** It goes out for a try-in, unfinished. */
  tryIn: boolean;
  /** Items of the same case that are still being made. */
  behind: number;
};
export type WaitingPractice = { id: string; name: string; city: string | null; postcode: string; items: WaitingItem[] };
export type PracticeKey = [name: string, id: string];

const waits = sql`(i.status = 'finished' OR i.status = 'try_in' AND EXISTS (
  SELECT FROM try_ins t WHERE t.lab_id = i.lab_id AND t.item_id = i.id AND t.ended_at IS NULL AND t.arrived_at IS NULL AND t.shipment_id IS NULL))`;

/** Finished items that wait to be shipped, and those that go out for a try-in, by practice, 20 practices at a time in the order of their names. */
export async function waitingToShip(
  tx: Transaction,
  after: PracticeKey | null,
): Promise<{ practices: WaitingPractice[]; hasMore: boolean }> {
  const found = await tx.rows<Omit<WaitingPractice, "items">>(sql`
    SELECT p.id, p.name, p.city, p.postcode FROM practices p
    WHERE p.id IN (SELECT c.practice_id FROM case_items i JOIN cases c ON c.lab_id = i.lab_id AND c.id = i.case_id WHERE ${waits})
      ${after ? sql`AND p.name >= ${after[0]} AND (p.name > ${after[0]} OR p.id > ${after[1]}::uuid)` : emptySql}
    ORDER BY p.name, p.id LIMIT ${PRACTICES_A_PAGE + 1}`);
  const practices = found.slice(0, PRACTICES_A_PAGE);
  const items = await tx.rows<WaitingItem & { practiceId: string }>(sql`
    SELECT i.id, c.practice_id AS "practiceId", c.id AS "caseId", c.number, pt.reference AS patient, i.procedure_type AS "procedureType", i.arch,
      ARRAY(SELECT t.tooth FROM case_item_teeth t WHERE t.lab_id = i.lab_id AND t.item_id = i.id ORDER BY t.tooth) AS teeth, i.shade, c.urgency,
      c.ship_by AS "shipBy", c.due_on AS "dueOn", EXISTS (SELECT FROM holds h WHERE h.case_id = c.id AND h.released_at IS NULL) AS held,
      i.status = 'try_in' AS "tryIn",
      (SELECT count(*) FROM case_items o WHERE o.lab_id = c.lab_id AND o.case_id = c.id AND o.status = 'in_production') AS behind
    FROM case_items i JOIN cases c ON c.lab_id = i.lab_id AND c.id = i.case_id JOIN patients pt ON pt.lab_id = c.lab_id AND pt.id = c.patient_id
    WHERE ${waits} AND c.practice_id = ANY(${practices.map((practice) => practice.id)}::uuid[])
    ORDER BY c.ship_by, c.number, i.position`);
  return {
    practices: practices.map((practice) => ({
      ...practice,
      items: items.filter((item) => item.practiceId === practice.id),
    })),
    hasMore: found.length > PRACTICES_A_PAGE,
  };
}
