import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { sumOf } from "./line-amounts";
import type { InvoicedCase } from "./open-draft";
import type { PricedLine } from "./pricing";

/** A line about to be drafted, in the invoice's currency; `itemId` null is for the case as a whole. */
export type NewLine = Pick<
  PricedLine,
  "quantity" | "unitPrice" | "discountPercent" | "taxPercent" | "taxName" | "exemptNote" | "exception"
> & { itemId: string | null; words: string };

/** Lines of a case on their way to a draft. `deliveredOn` is a day of the lab's calendar (`YYYY-MM-DD`); null for work that was not delivered. */
export type CaseLines = {
  invoiceId: string;
  found: Pick<InvoicedCase, "id" | "dentistName" | "patientCode">;
  deliveredOn: string | null;
  lines: readonly NewLine[];
};

/**
 * Puts lines of a case on a draft, below the others, with what their paper says of the case: dentist, patient code and day of delivery
 * (`YYYY-MM-DD` on the lab's calendar; null for work that was not delivered). Answers what they come to with tax. The caller holds the
 * practice's lock (`lockForDrafting`).
 */
export async function addDraftLines(
  tx: Transaction,
  invoiceId: string,
  found: CaseLines["found"],
  deliveredOn: string | null,
  lines: readonly NewLine[],
): Promise<string> {
  const [total] = await addLinesOfCases(tx, [{ invoiceId, found, deliveredOn, lines }]);
  return total as string;
}

/** As `addDraftLines` for many cases (each once) in one go; answers what the lines of each come to, in the same order. */
export async function addLinesOfCases(tx: Transaction, cases: readonly CaseLines[]): Promise<string[]> {
  const drafts = cases.map(({ invoiceId }) => invoiceId);
  const last = await tx.rows<{ invoiceId: string; position: number }>(sql`
    SELECT invoice_id AS "invoiceId", max(position) AS position FROM invoice_items WHERE invoice_id = ANY(${drafts}::uuid[]) GROUP BY 1`);
  const positions = new Map(last.map(({ invoiceId, position }) => [invoiceId, position]));
  const rows = cases.flatMap(({ invoiceId, found, deliveredOn, lines }) =>
    lines.map((line) => {
      const position = (positions.get(invoiceId) ?? 0) + 1;
      positions.set(invoiceId, position);
      const { id: caseId, dentistName, patientCode } = found;
      return { ...line, invoiceId, caseId, position, deliveredOn, dentistName, patientCode };
    }),
  );
  const added = await tx.rows<{ caseId: string; net: string; tax: string }>(sql`
    INSERT INTO invoice_items (invoice_id, case_id, case_item_id, position, description, quantity, unit_price, discount_percent, tax_percent,
      tax_name, exempt_note, exception, delivered_on, dentist_name, patient_code)
    SELECT "invoiceId", "caseId", "itemId", position, words, quantity, "unitPrice", "discountPercent", "taxPercent",
      "taxName", "exemptNote", exception, "deliveredOn", "dentistName", "patientCode"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) x("invoiceId" uuid, "caseId" uuid, "itemId" uuid, position int, words text,
      quantity numeric, "unitPrice" numeric, "discountPercent" numeric, "taxPercent" numeric, "taxName" text, "exemptNote" text,
      exception text, "deliveredOn" date, "dentistName" text, "patientCode" text)
    RETURNING case_id AS "caseId", net, tax`);
  const amounts = new Map<string, string[]>();
  for (const { caseId, net, tax } of added) amounts.set(caseId, [...(amounts.get(caseId) ?? []), net, tax]);
  return cases.map(({ found }) => sumOf(amounts.get(found.id) ?? []));
}

/**
 * Takes dentist and patient code once more as they are when invoices are about to be sent; afterwards they stay. Lines are written
 * only where something changed since they were drafted.
 */
export async function keepParticulars(tx: Transaction, invoiceIds: readonly string[]): Promise<void> {
  await tx.execute(sql`
    UPDATE invoice_items l SET dentist_name = d.full_name, patient_code = p.reference
    FROM cases c JOIN dentist_profiles d ON d.lab_id = c.lab_id AND d.id = c.dentist_id
      JOIN patients p ON p.lab_id = c.lab_id AND p.id = c.patient_id
    WHERE l.invoice_id = ANY(${invoiceIds}::uuid[]) AND c.lab_id = l.lab_id AND c.id = l.case_id
      AND (l.dentist_name, l.patient_code) IS DISTINCT FROM (d.full_name, p.reference)`);
}
