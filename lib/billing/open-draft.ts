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

/** The practice's row is the lock: drafting for one practice goes one after the other, and hinders nothing else. Refuses with `not_found`. */
export async function lockForDrafting(tx: Transaction, caseId: string): Promise<InvoicedCase> {
  const found = await tx.row<InvoicedCase>(sql`
    SELECT c.id, c.number, c.practice_id AS "practiceId", c.dentist_id AS "dentistId", c.urgency, r.number AS "remakeOf",
      m.charge_percent AS "remakePercent", d.full_name AS "dentistName", t.reference AS "patientCode",
      p.invoice_mode AS mode, l.currency, l.tooth_notation AS "toothNotation"
    FROM cases c JOIN labs l ON l.id = c.lab_id JOIN practices p ON p.lab_id = c.lab_id AND p.id = c.practice_id
    LEFT JOIN dentist_profiles d ON d.lab_id = c.lab_id AND d.id = c.dentist_id
    LEFT JOIN patients t ON t.lab_id = c.lab_id AND t.id = c.patient_id
    LEFT JOIN cases r ON r.lab_id = c.lab_id AND r.id = c.remake_of_id
    LEFT JOIN remakes m ON m.lab_id = c.lab_id AND m.case_id = c.id
    WHERE c.id = ${caseId} FOR NO KEY UPDATE OF p`);
  if (!found) throw notFound("case");
  return found;
}

/** The open draft that a case belongs on, made when there is none. */
export async function openDraft(
  tx: Transaction,
  found: InvoicedCase,
  currency: string,
  month: string,
): Promise<string> {
  const monthly = found.mode === "monthly";
  const belongs = monthly
    ? sql`practice_id = ${found.practiceId} AND period_month = ${month}`
    : sql`case_id = ${found.id}`;
  const open = await tx.row<{ id: string }>(sql`
    SELECT id FROM invoices WHERE ${belongs} AND currency = ${currency}::text AND status = 'draft' FOR UPDATE`);
  if (open) return open.id;
  const made = await tx.row<{ id: string }>(sql`
    INSERT INTO invoices (practice_id, case_id, period_month, currency)
    VALUES (${found.practiceId}, ${monthly ? null : found.id}, ${monthly ? month : null}, ${currency}) RETURNING id`);
  return (made as { id: string }).id;
}
