import type { Context } from "@/lib/access/action";
import { conflict, invalid } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { enqueue } from "@/lib/outbox/outbox";
import { lockDraft, lockInvoice } from "./lock-invoice";
import { currentParties } from "./parties";
import type { MailAgainInput, SendInvoiceInput } from "./schema";
import { sendDrafts } from "./send-drafts";
import { tellBilling } from "./tell-billing";

/**
 * Sends a draft: it gets the lab's next number, is issued on the lab's day and due after the practice's payment terms, and can no
 * longer change. The letter with the PDF goes out by a job (`mail_invoice`), so that the number is locked for a moment only. `to` is
 * an e-mail address; empty means the practice's own. Answers the number. Refuses with `not_found`, `stale`, `invoice_not_draft`,
 * `invoice_empty`, `invoice_has_exceptions`, and at `to` when the practice has no address and none was given.
 */
export async function sendInvoice(
  { actor, tx }: Context,
  { invoiceId, version, to }: SendInvoiceInput,
): Promise<{ number: string }> {
  const invoice = await lockDraft(tx, invoiceId, version);
  await refuseUnfinished({ actor, tx }, invoiceId);
  const parties = await currentParties(tx, invoice.practiceId);
  const address = to || parties.practice.email;
  if (!address) throw invalid("to", `${parties.practice.name} has no e-mail address. Write the one to send this to.`);

  const [sent] = await sendDrafts({ actor, tx }, [invoiceId], { practiceId: invoice.practiceId, parties, address });
  return { number: (sent as { number: string }).number };
}

async function refuseUnfinished({ tx }: Context, invoiceId: string): Promise<void> {
  const lines = await tx.row<{ all: number; unfinished: number }>(sql`
    SELECT count(*)::int AS all, count(exception)::int AS unfinished FROM invoice_items WHERE invoice_id = ${invoiceId}`);
  if (!lines?.all) throw conflict("invoice_empty", "This invoice has no lines. Add one, or cancel it.");
  if (lines.unfinished > 0) {
    const words =
      lines.unfinished === 1 ? "A line still needs its price" : `${lines.unfinished} lines still need their price`;
    throw conflict("invoice_has_exceptions", `${words}. Fix that, then send the invoice.`);
  }
}

/** Mails an invoice that was sent before once more, to any address. Refuses with `not_found` and `invoice_not_sent`. */
export async function mailAgain({ actor, tx }: Context, { invoiceId, to }: MailAgainInput): Promise<null> {
  const invoice = await lockInvoice(tx, invoiceId);
  if (!invoice.number || invoice.status === "cancelled") {
    throw conflict("invoice_not_sent", "Only an invoice that was sent can be mailed again.");
  }
  await tx.execute(sql`UPDATE invoices SET mailed_to = ${to}, mailed_at = NULL WHERE id = ${invoiceId}`);
  await enqueue(tx, "mail_invoice", { labId: actor.lab.id, invoiceId });
  await tellBilling(tx, invoiceId);
  return null;
}
