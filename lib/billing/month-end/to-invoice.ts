import { emptySql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { InvoiceException } from "../vocabulary";

/** Why work of a case waits: it is on hold, or the practice asked for a remake and nobody has answered. */
export type Waiting = "on_hold" | "remake_asked";

/** A case with delivered items that no invoice holds. */
export type CaseToInvoice = { id: string; number: string; practiceId: string; waiting: Waiting | null };

/** A draft with what its month end needs to know. Amounts in its currency. */
export type OpenDraft = {
  id: string;
  practiceId: string;
  caseId: string | null;
  /** First day of the month of a collective invoice. */
  month: string | null;
  currency: string;
  net: string;
  tax: string;
  total: string;
  cases: number;
  items: number;
  lines: number;
  exceptions: InvoiceException[];
  /** Cases on it that wait. */
  waiting: { id: string; number: string; why: Waiting }[];
};

const WHY = sql`CASE
  WHEN EXISTS (SELECT FROM holds h WHERE h.lab_id = c.lab_id AND h.case_id = c.id AND h.released_at IS NULL) THEN 'on_hold'
  WHEN EXISTS (SELECT FROM remakes r WHERE r.lab_id = c.lab_id AND r.original_id = c.id AND r.case_id IS NULL AND r.answered_at IS NULL)
    THEN 'remake_asked' END`;

const ofPractices = (practiceIds: readonly string[] | null, column: typeof WHY) =>
  practiceIds ? sql`AND ${column} = ANY(${practiceIds}::uuid[])` : emptySql;

/**
 * The cases with items that were delivered at the latest on `until` (`YYYY-MM-DD` on the lab's calendar) and are on no invoice, of
 * these practices or (null) of all; by number. What is uninvoiced is found first and once: a planner that knows nothing of the tables
 * yet (a new lab) would find it again for every case.
 */
export function casesToInvoice(
  tx: Transaction,
  until: string,
  practiceIds: readonly string[] | null,
): Promise<CaseToInvoice[]> {
  return tx.rows<CaseToInvoice>(sql`
    WITH uninvoiced AS MATERIALIZED (
      SELECT DISTINCT i.case_id FROM case_items i JOIN cases o ON o.lab_id = i.lab_id AND o.id = i.case_id
      JOIN labs l ON l.id = i.lab_id
      WHERE i.status = 'delivered' AND i.delivered_at < (${until}::date + 1)::timestamp AT TIME ZONE l.time_zone
        ${ofPractices(practiceIds, sql`o.practice_id`)}
        AND NOT EXISTS (SELECT FROM invoice_items x WHERE x.lab_id = i.lab_id AND x.case_item_id = i.id AND NOT x.is_void))
    SELECT c.id, c.number, c.practice_id AS "practiceId", ${WHY} AS waiting
    FROM uninvoiced JOIN cases c ON c.id = uninvoiced.case_id
    ORDER BY c.number`);
}

/**
 * The drafts for work up to a day: of a month that has begun by then, of deliveries up to then or, with neither, made by then. Of these
 * practices or (null) of all; the oldest first.
 */
export function draftsUntil(
  tx: Transaction,
  until: string,
  practiceIds: readonly string[] | null,
): Promise<OpenDraft[]> {
  return tx.rows<OpenDraft>(sql`
    SELECT d.id, d.practice_id AS "practiceId", d.case_id AS "caseId", d.period_month AS month, d.currency, d.subtotal AS net,
      d.tax_total AS tax, d.total, x.cases, x.items, x.lines, x.exceptions, coalesce(w.waiting, '[]') AS waiting
    FROM invoices d JOIN labs lab ON lab.id = d.lab_id
    CROSS JOIN LATERAL (
      SELECT count(DISTINCT l.case_id)::int AS cases, count(l.case_item_id)::int AS items, count(*)::int AS lines,
        array_remove(array_agg(DISTINCT l.exception::text), NULL) AS exceptions,
        max(coalesce(l.delivered_on, (i.delivered_at AT TIME ZONE lab.time_zone)::date)) AS delivered_on
      FROM invoice_items l LEFT JOIN case_items i ON i.lab_id = l.lab_id AND i.id = l.case_item_id
      WHERE l.lab_id = d.lab_id AND l.invoice_id = d.id) x
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('id', c.id, 'number', c.number, 'why', c.why) ORDER BY c.number) AS waiting
      FROM (SELECT c.id, c.number, ${WHY} AS why FROM cases c
        WHERE c.id IN (SELECT l.case_id FROM invoice_items l WHERE l.lab_id = d.lab_id AND l.invoice_id = d.id)) c
      WHERE c.why IS NOT NULL) w ON true
    WHERE d.status = 'draft' ${ofPractices(practiceIds, sql`d.practice_id`)}
      AND coalesce(d.period_month, x.delivered_on, (d.created_at AT TIME ZONE lab.time_zone)::date) <= ${until}::date
    ORDER BY d.created_at, d.id`);
}

/** Whether a month end may send a draft: it has lines, each with its price, and no case on it waits. */
export const isReady = (draft: Pick<OpenDraft, "lines" | "exceptions" | "waiting">): boolean =>
  draft.lines > 0 && draft.exceptions.length === 0 && draft.waiting.length === 0;
