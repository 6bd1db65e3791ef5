import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import { queueMail } from "@/lib/mail/queue";
import { readInvoice } from "./invoice-detail";
import { invoiceLetter } from "./invoice-letter";
import { renderInvoice } from "./pdf/render-invoice";
import { tellBilling } from "./tell-billing";

/**
 * Queues the letter of a sent invoice with its PDF, once for each time someone asked for it. Does nothing when the letter is queued
 * already or the invoice was cancelled meanwhile.
 */
export async function mailInvoice({ actor, tx }: Context, { invoiceId }: { invoiceId: string }): Promise<void> {
  const waiting = await tx.row<{ to: string }>(sql`
    SELECT mailed_to AS to FROM invoices
    WHERE id = ${invoiceId} AND mailed_to IS NOT NULL AND mailed_at IS NULL AND status NOT IN ('draft', 'cancelled') FOR UPDATE`);
  const invoice = waiting && (await readInvoice(tx, invoiceId));
  if (!invoice) return;
  const { name, pdf } = await renderInvoice(invoice, actor.lab.locale);
  await queueMail(tx, {
    to: waiting.to,
    ...(await invoiceLetter(tx, invoice, actor.lab, waiting.to)),
    attachments: [{ name, mediaType: "application/pdf", base64: pdf.toString("base64") }],
  });
  await tx.execute(sql`UPDATE invoices SET mailed_at = now() WHERE id = ${invoiceId}`);
  await tellBilling(tx, invoiceId);
}
