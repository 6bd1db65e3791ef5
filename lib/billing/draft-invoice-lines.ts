import { joinSql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { sumOf } from "./line-amounts";
import type { InvoicedCase } from "./open-draft";
import type { PricedLine } from "./pricing";

/** A line about to be drafted, in the invoice's currency; `itemId` null is for the case as a whole. */
export type NewLine = Pick<
  PricedLine,
  "quantity" | "unitPrice" | "discountPercent" | "taxPercent" | "taxName" | "exemptNote" | "exception"
> & { itemId: string | null; words: string };

/**
 * Puts lines of a case on a draft, below the others, with what their paper says of the case: dentist, patient code and day of delivery
 * (`YYYY-MM-DD` on the lab's calendar; null for work that was not delivered). Answers what they come to with tax. The caller holds the
 * practice's lock (`lockForDrafting`).
 */
export async function addDraftLines(
  tx: Transaction,
  invoiceId: string,
  found: Pick<InvoicedCase, "id" | "dentistName" | "patientCode">,
  deliveredOn: string | null,
  lines: readonly NewLine[],
): Promise<string> {
  const last = await tx.row<{ position: number }>(sql`
    SELECT coalesce(max(position), 0) AS position FROM invoice_items WHERE invoice_id = ${invoiceId}`);
  const values = lines.map(
    (
      line,
      i,
    ) => sql`(${invoiceId}, ${found.id}, ${line.itemId}, ${(last?.position ?? 0) + i + 1}, ${line.words}, ${line.quantity},
      ${line.unitPrice}, ${line.discountPercent}, ${line.taxPercent}, ${line.taxName}, ${line.exemptNote}, ${line.exception}, ${deliveredOn},
      ${found.dentistName}, ${found.patientCode})`,
  );
  const added = await tx.rows<{ net: string; tax: string }>(sql`
    INSERT INTO invoice_items (invoice_id, case_id, case_item_id, position, description, quantity, unit_price, discount_percent, tax_percent,
      tax_name, exempt_note, exception, delivered_on, dentist_name, patient_code)
    VALUES ${joinSql(values)} RETURNING net, tax`);
  return sumOf(added.flatMap(({ net, tax }) => [net, tax]));
}

/**
 * Takes dentist and patient code once more as they are when the invoice is about to be sent; afterwards they stay. Lines are written
 * only where something changed since they were drafted.
 */
export async function keepParticulars(tx: Transaction, invoiceId: string): Promise<void> {
  await tx.execute(sql`
    UPDATE invoice_items l SET dentist_name = d.full_name, patient_code = p.reference
    FROM cases c JOIN dentist_profiles d ON d.lab_id = c.lab_id AND d.id = c.dentist_id
      JOIN patients p ON p.lab_id = c.lab_id AND p.id = c.patient_id
    WHERE l.invoice_id = ${invoiceId} AND c.lab_id = l.lab_id AND c.id = l.case_id
      AND (l.dentist_name, l.patient_code) IS DISTINCT FROM (d.full_name, p.reference)`);
}
