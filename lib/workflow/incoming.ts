import { z } from "zod";
import type { NamedItem } from "@/lib/cases/item-name";
import type { Urgency } from "@/lib/cases/vocabulary";
import { emptySql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

const INCOMING_PAGE = 50;

/** A submitted case that waits to be received. */
export type IncomingCase = {
  id: string;
  number: string;
  urgency: Urgency;
  impression: "digital_scan" | "physical";
  submittedAt: Date;
  shipBy: string;
  patient: string;
  practice: string;
  files: number;
  items: NamedItem[];
};

/** The last case of a page: rank of its urgency and id, which is as old as the case. */
const keySchema = z
  .string()
  .regex(/^[123]~[0-9a-f-]{36}$/)
  .transform((text) => ({ rank: Number(text[0]), id: text.slice(2) }))
  .refine(({ id }) => z.uuid().safeParse(id).success);
export const incomingFilterSchema = z.object({ after: keySchema.nullable().catch(null) });
export type IncomingKey = z.output<typeof keySchema>;

const rank = sql`array_position('{emergency,rush,standard}'::text[], c.urgency::text)`;

/** A page of the cases that wait to be received: the urgent ones first, then the oldest. At most 50, the next page by key. */
export async function incomingCases(
  tx: Transaction,
  after: IncomingKey | null,
): Promise<{ cases: IncomingCase[]; next: string | null }> {
  const rows = await tx.rows<IncomingCase & { rank: number }>(sql`
    SELECT c.id, c.number, c.urgency, c.impression, c.submitted_at AS "submittedAt", c.ship_by AS "shipBy", ${rank} AS rank,
      p.reference AS patient, r.name AS practice, (SELECT count(DISTINCT f.series) FROM case_files f WHERE f.case_id = c.id) AS files,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('procedureType', i.procedure_type, 'arch', i.arch,
          'teeth', ARRAY(SELECT t.tooth FROM case_item_teeth t WHERE t.item_id = i.id)) ORDER BY i.position), '[]')
        FROM case_items i WHERE i.case_id = c.id) AS items
    FROM cases c JOIN patients p ON p.id = c.patient_id JOIN practices r ON r.id = c.practice_id
    WHERE c.status = 'submitted' ${after ? sql`AND (${rank}, c.id) > (${after.rank}::int, ${after.id}::uuid)` : emptySql}
    ORDER BY ${rank}, c.id LIMIT ${INCOMING_PAGE + 1}`);
  const last = rows.length > INCOMING_PAGE ? rows[INCOMING_PAGE - 1] : undefined;
  return {
    cases: rows.slice(0, INCOMING_PAGE).map(({ rank: _, ...row }) => row),
    next: last ? `${last.rank}~${last.id}` : null,
  };
}
