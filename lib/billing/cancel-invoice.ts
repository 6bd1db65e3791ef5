import type { Context } from "@/lib/access/action";
import { conflict } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { recordEvent } from "@/lib/history/record";
import { casesOfInvoice, lockInvoice } from "./lock-invoice";
import type { CancelInvoiceInput } from "./schema";
import { tellBilling } from "./tell-billing";

/**
 * Cancels a draft, or a sent invoice on which nothing was paid. It keeps its number and lines to be read, what it held may be
 * invoiced again, and the timelines of its cases say so (to the practice, if it was sent). Refuses with `not_found`, `stale`, `already_cancelled` and `invoice_has_payments`.
 */
export async function cancelInvoice(
  { actor, tx }: Context,
  { invoiceId, version, reason }: CancelInvoiceInput,
): Promise<{ number: string | null }> {
  const invoice = await lockInvoice(tx, invoiceId, version);
  if (invoice.status === "cancelled") throw conflict("already_cancelled", "This invoice was cancelled already.");
  if (invoice.status === "refunded" || Number(invoice.paidTotal) > 0) {
    throw conflict("invoice_has_payments", "Money was received on this invoice, so it cannot be cancelled.");
  }
  await tx.execute(sql`
    UPDATE invoices SET status = 'cancelled', cancelled_at = now(), cancelled_reason = ${reason} WHERE id = ${invoiceId}`);
  const caseIds = await casesOfInvoice(tx, invoiceId);
  const data = { number: invoice.number ?? undefined, reason };
  const audience = invoice.number ? "shared" : "internal";
  for (const caseId of caseIds) {
    await recordEvent({ actor, tx }, { caseId, kind: "invoice_cancelled", data, audience });
  }
  await tellBilling(tx, invoiceId, caseIds, invoice.number ? invoice.practiceId : undefined);
  return { number: invoice.number };
}
