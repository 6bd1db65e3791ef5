import type { ToothNotation } from "@/lib/access/actor";
import { notFound } from "@/lib/access/errors";
import type { Urgency } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { InvoiceMode } from "./vocabulary";

/** A case with what its invoice needs to know of it and its practice. */
export type InvoicedCase = {
  id: string;
  number: string;
  practiceId: string;
  dentistId: string;
  dentistName: string | null;
  /** The practice's code for the patient, never the name. */
  patientCode: string | null;
  urgency: Urgency;
  remakeOf: string | null;
  /** The part of the price that a remake costs, "0.00" to "100.00"; null for what is no remake. */
  remakePercent: string | null;
  mode: InvoiceMode;
  currency: string;
  toothNotation: ToothNotation;
};

const INVOICED = sql`
  SELECT c.id, c.number, c.practice_id AS "practiceId", c.dentist_id AS "dentistId", c.urgency, r.number AS "remakeOf",
    m.charge_percent AS "remakePercent", d.full_name AS "dentistName", t.reference AS "patientCode",
    p.invoice_mode AS mode, l.currency, l.tooth_notation AS "toothNotation"
  FROM cases c JOIN labs l ON l.id = c.lab_id JOIN practices p ON p.lab_id = c.lab_id AND p.id = c.practice_id
  LEFT JOIN dentist_profiles d ON d.lab_id = c.lab_id AND d.id = c.dentist_id
  LEFT JOIN patients t ON t.lab_id = c.lab_id AND t.id = c.patient_id
  LEFT JOIN cases r ON r.lab_id = c.lab_id AND r.id = c.remake_of_id
  LEFT JOIN remakes m ON m.lab_id = c.lab_id AND m.case_id = c.id`;

/** The practice's row is the lock: drafting for one practice goes one after the other, and hinders nothing else. Refuses with `not_found`. */
export async function lockForDrafting(tx: Transaction, caseId: string): Promise<InvoicedCase> {
  const found = await tx.row<InvoicedCase>(sql`${INVOICED} WHERE c.id = ${caseId} FOR NO KEY UPDATE OF p`);
  if (!found) throw notFound("case");
  return found;
}

/** As `lockForDrafting` answers them, without a lock: to look at, or when the caller holds the lock of their practice. By number. */
export function readInvoiced(tx: Transaction, caseIds: readonly string[]): Promise<InvoicedCase[]> {
  return tx.rows<InvoicedCase>(sql`${INVOICED} WHERE c.id = ANY(${caseIds}::uuid[]) ORDER BY c.number`);
}

/** Which draft is wanted: that of a case, or of the practice's month (its first day, `YYYY-MM-DD`) where it is invoiced monthly. */
export type WantedDraft = { found: Pick<InvoicedCase, "id" | "practiceId" | "mode">; currency: string; month: string };
type Key = { practiceId: string; caseId: string | null; month: string | null; currency: string };

const keyOf = ({ found, currency, month }: WantedDraft): Key =>
  found.mode === "monthly"
    ? { practiceId: found.practiceId, caseId: null, month, currency }
    : { practiceId: found.practiceId, caseId: found.id, month: null, currency };
const wordOf = (key: Key) => `${key.caseId ?? key.practiceId} ${key.month} ${key.currency}`;

/** The open drafts that cases belong on, made where there are none: an id for each that is wanted, in the same order. */
export async function openDrafts(tx: Transaction, wanted: readonly WantedDraft[]): Promise<string[]> {
  const keys = wanted.map(keyOf);
  const caseIds = keys.flatMap(({ caseId }) => caseId ?? []);
  const months = keys.flatMap(({ month }) => month ?? []);
  const columns = sql`id, practice_id AS "practiceId", case_id AS "caseId", period_month AS month, currency`;
  const open = await tx.rows<Key & { id: string }>(sql`
    SELECT ${columns} FROM invoices
    WHERE status = 'draft' AND (case_id = ANY(${caseIds}::uuid[])
      OR (practice_id = ANY(${keys.map(({ practiceId }) => practiceId)}::uuid[]) AND period_month = ANY(${months}::date[])))
    ORDER BY id FOR UPDATE`);
  const ids = new Map(open.map((draft) => [wordOf(draft), draft.id]));
  const missing = new Map(keys.filter((key) => !ids.has(wordOf(key))).map((key) => [wordOf(key), key]));
  if (missing.size > 0) {
    const made = await tx.rows<Key & { id: string }>(sql`
      INSERT INTO invoices (practice_id, case_id, period_month, currency)
      SELECT "practiceId", "caseId", month, currency
      FROM jsonb_to_recordset(${JSON.stringify([...missing.values()])}::jsonb) x("practiceId" uuid, "caseId" uuid, month date, currency text)
      RETURNING ${columns}`);
    for (const draft of made) ids.set(wordOf(draft), draft.id);
  }
  return keys.map((key) => ids.get(wordOf(key)) as string);
}

/** The open draft that a case belongs on, made when there is none. */
export async function openDraft(
  tx: Transaction,
  found: InvoicedCase,
  currency: string,
  month: string,
): Promise<string> {
  const [id] = await openDrafts(tx, [{ found, currency, month }]);
  return id as string;
}
