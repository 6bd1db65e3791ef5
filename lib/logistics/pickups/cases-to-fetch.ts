import { conflict, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

export type FetchableCase = { id: string; number: string; patient: string; submittedAt: Date; isPhysical: boolean };

/** Whether a pick-up that is not over fetches the case `c`, but for the one with this id. */
const askedElsewhere = (exceptId: string | null) => sql`EXISTS (
  SELECT FROM pickup_cases pc JOIN shipments s ON s.lab_id = pc.lab_id AND s.id = pc.shipment_id
  WHERE pc.lab_id = c.lab_id AND pc.case_id = c.id AND s.status IN ('ready', 'scheduled', 'in_transit') AND s.id IS DISTINCT FROM ${exceptId}::uuid)`;

/**
 * The submitted cases of a practice the actor sees that no other pick-up fetches, those with something to send first; at most 100. Those
 * of the pick-up `forId` are among them.
 */
export function fetchableCases(
  tx: Transaction,
  practiceId: string,
  forId: string | null = null,
): Promise<FetchableCase[]> {
  return tx.rows<FetchableCase>(sql`
    SELECT c.id, c.number, p.reference AS patient, c.submitted_at AS "submittedAt",
      c.impression = 'physical' OR cardinality(c.enclosures) > 0 AS "isPhysical"
    FROM cases c JOIN patients p ON p.lab_id = c.lab_id AND p.id = c.patient_id
    WHERE c.practice_id = ${practiceId} AND c.status = 'submitted' AND NOT ${askedElsewhere(forId)}
    ORDER BY 5 DESC, c.submitted_at DESC, c.id LIMIT 100`);
}

/**
 * Refuses cases that a pick-up of the practice cannot fetch: with `not_found` those that are not the practice's, with `not_submitted` those that the
 * lab has already, with `already_asked` those that another pick-up fetches. `exceptId` is the pick-up they are for, if it is there.
 */
export async function refuseUnfetchable(
  tx: Transaction,
  practiceId: string,
  caseIds: string[],
  exceptId: string | null,
): Promise<void> {
  const wanted = [...new Set(caseIds)];
  const cases = await tx.rows<{ number: string; status: string; asked: boolean }>(sql`
    SELECT c.number, c.status, ${askedElsewhere(exceptId)} AS asked FROM cases c
    WHERE c.id = ANY(${wanted}::uuid[]) AND c.practice_id = ${practiceId} ORDER BY c.number`);
  if (cases.length < wanted.length) throw notFound("case");
  const there = cases.find(({ status }) => status !== "submitted");
  if (there) throw conflict("not_submitted", `The lab has ${there.number} already.`);
  const asked = cases.find((one) => one.asked);
  if (asked) throw conflict("already_asked", `Another pick-up fetches ${asked.number} already.`);
}

/** Makes these the cases of a pick-up, no others. Needs the rights of the lab's people. */
export async function setCases(tx: Transaction, pickupId: string, caseIds: string[]): Promise<void> {
  await tx.includeDeleted();
  await tx.execute(sql`
    UPDATE pickup_cases SET deleted_at = now()
    WHERE shipment_id = ${pickupId} AND deleted_at IS NULL AND NOT case_id = ANY(${caseIds}::uuid[])`);
  await addCases(tx, pickupId, caseIds);
}

/** Adds cases to a pick-up; those it fetches already stay. Needs the rights of the lab's people. */
export async function addCases(tx: Transaction, pickupId: string, caseIds: string[]): Promise<void> {
  await tx.includeDeleted();
  await tx.execute(sql`
    INSERT INTO pickup_cases (shipment_id, case_id) SELECT ${pickupId}, id FROM unnest(${[...new Set(caseIds)]}::uuid[]) id
    ON CONFLICT (lab_id, shipment_id, case_id) DO UPDATE SET deleted_at = NULL`);
}
