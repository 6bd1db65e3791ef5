import type { Context } from "@/lib/access/action";
import { notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { lockDraft } from "./lock-invoice";
import type { AddLineInput, ChangeLineInput, RemoveLineInput } from "./schema";
import { tellBilling } from "./tell-billing";

/**
 * Puts a free line on a draft, below the others. Net, tax and the invoice's totals follow in the database. Refuses with
 * `not_found`, `stale` and `invoice_not_draft`.
 */
export async function addLine(
  { tx }: Context,
  { invoiceId, version, ...line }: AddLineInput,
): Promise<{ lineId: string }> {
  await lockDraft(tx, invoiceId, version);
  const added = await tx.row<{ id: string }>(sql`
    INSERT INTO invoice_items (invoice_id, position, description, quantity, unit_price, discount_percent, tax_percent)
    SELECT ${invoiceId}, coalesce(max(position), 0) + 1, ${line.description}, ${line.quantity}, ${line.unitPrice},
      ${line.discountPercent}, ${line.taxPercent}
    FROM invoice_items WHERE invoice_id = ${invoiceId} RETURNING id`);
  await tellBilling(tx, invoiceId);
  return { lineId: (added as { id: string }).id };
}

/**
 * Sets a line of a draft; what was missing on it (`exception`) counts as settled with that. With another rate it no longer bears the tax,
 * or the reason for none, that it was drafted with. Refuses with `not_found`, `stale` and
 * `invoice_not_draft`.
 */
export async function changeLine(
  { tx }: Context,
  { invoiceId, version, lineId, ...line }: ChangeLineInput,
): Promise<null> {
  await lockDraft(tx, invoiceId, version);
  const changed = await tx.execute(sql`
    UPDATE invoice_items SET description = ${line.description}, quantity = ${line.quantity}, unit_price = ${line.unitPrice},
      discount_percent = ${line.discountPercent}, tax_percent = ${line.taxPercent}, exception = NULL,
      tax_name = CASE WHEN tax_percent = ${line.taxPercent}::numeric THEN tax_name END,
      exempt_note = CASE WHEN tax_percent = ${line.taxPercent}::numeric THEN exempt_note END
    WHERE id = ${lineId} AND invoice_id = ${invoiceId}`);
  if (changed === 0) throw notFound("line");
  await tellBilling(tx, invoiceId);
  return null;
}

/**
 * Takes a line off a draft. Its item may then be invoiced elsewhere. Refuses with `not_found`, `stale` and `invoice_not_draft`.
 */
export async function removeLine({ tx }: Context, { invoiceId, version, lineId }: RemoveLineInput): Promise<null> {
  await lockDraft(tx, invoiceId, version);
  await tx.includeDeleted();
  const removed = await tx.execute(sql`
    UPDATE invoice_items SET deleted_at = now() WHERE id = ${lineId} AND invoice_id = ${invoiceId} AND deleted_at IS NULL`);
  if (removed === 0) throw notFound("line");
  await tellBilling(tx, invoiceId);
  return null;
}
