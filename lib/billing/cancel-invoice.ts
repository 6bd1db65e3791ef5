import type { Context } from "@/lib/access/action";
import { conflict, notFound, Refusal } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { recordEvent } from "@/lib/history/record";
import { mayBeGivenBack, restOf } from "./ledger/credit-tax";
import { creditableLines, issueCreditNote } from "./ledger/issue-credit-note";
import { lockLedger } from "./ledger/lock-ledger";
import { casesOfInvoice, lockInvoice } from "./lock-invoice";
import type { CancelInvoiceInput } from "./schema";
import { tellBilling } from "./tell-billing";
import type { InvoiceStatus } from "./vocabulary";

type Cancelled = { number: string | null; creditNote: string | null };

/**
 * Takes an invoice back. A draft is cancelled: it keeps its lines to be read, and what it held may be invoiced again. A sent invoice does
 * not change: a credit note gives back all that is left of its lines, to be invoiced again (`issueCreditNote`). Answers the numbers of both.
 * Refuses with `not_found`, `stale`, `already_cancelled`, for a sent one `forbidden` without the permission to issue credit notes, and
 * `already_credited`.
 */
export async function cancelInvoice(context: Context, input: CancelInvoiceInput): Promise<Cancelled> {
  const seen = await context.tx.row<{ status: InvoiceStatus; practiceId: string }>(sql`
    SELECT status, practice_id AS "practiceId" FROM invoices WHERE id = ${input.invoiceId}`);
  if (!seen) throw notFound("invoice");
  if (seen.status === "cancelled") throw conflict("already_cancelled", "This invoice was cancelled already.");
  if (seen.status === "draft") return cancelDraft(context, input);
  await lockLedger(context.tx, seen.practiceId);
  return creditAll(context, input);
}

async function cancelDraft({ actor, tx }: Context, { invoiceId, version, reason }: CancelInvoiceInput) {
  await lockInvoice(tx, invoiceId, version);
  await tx.execute(sql`
    UPDATE invoices SET status = 'cancelled', cancelled_at = now(), cancelled_reason = ${reason} WHERE id = ${invoiceId}`);
  const caseIds = await casesOfInvoice(tx, invoiceId);
  for (const caseId of caseIds) {
    await recordEvent({ actor, tx }, { caseId, kind: "invoice_cancelled", data: { reason }, audience: "internal" });
  }
  await tellBilling(tx, invoiceId, caseIds);
  return { number: null, creditNote: null };
}

async function creditAll(context: Context, { invoiceId, version, reason }: CancelInvoiceInput): Promise<Cancelled> {
  if (!context.actor.permissions.has("credits.issue")) {
    throw new Refusal("forbidden", "A sent invoice is cancelled by a credit note, which your role does not allow.");
  }
  const invoice = await lockInvoice(context.tx, invoiceId, version);
  const left = (await creditableLines(context.tx, invoiceId)).filter(mayBeGivenBack);
  if (left.length === 0) throw conflict("already_credited", "All of this invoice was given back already.");
  const lines = left.map((line) => ({ lineId: line.id, net: restOf(line), invoiceAgain: true }));
  const { number } = await issueCreditNote(context, { invoiceId, reason, lines, to: "" });
  return { number: invoice.number, creditNote: number };
}
