import type { Context } from "@/lib/access/action";
import { conflict, invalid, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { recordEvent } from "@/lib/history/record";
import { notify } from "@/lib/notifications/notify";
import { enqueue } from "@/lib/outbox/outbox";
import { toHundredths } from "../hundredths";
import { type InvoiceWords, invoiceWords } from "../invoice-words";
import { sumOf } from "../line-amounts";
import { casesOfInvoice } from "../lock-invoice";
import { currentParties } from "../parties";
import { tellBilling } from "../tell-billing";
import { type CreditableLine, creditTax, restOf } from "./credit-tax";
import { type LedgerInvoice, lockInvoices, lockLedger } from "./lock-ledger";
import type { IssueCreditNoteInput } from "./schema";
import { settleWithOwnNotes } from "./settle-with-own-notes";
import { tellLedger } from "./tell-settled";

/** A line of a sent invoice; `isVoid` means that its work was set free to be invoiced again. */
export type CreditLine = CreditableLine & {
  id: string;
  description: string;
  caseNumber: string | null;
  isVoid: boolean;
};
type Given = { line: CreditLine; net: string; tax: string; invoiceAgain: boolean };

/**
 * Gives back lines of a sent invoice, whole or in part of their net; the tax follows (`creditTax`). The note gets the lab's next CN number,
 * settles what is still owed on its own invoice, and the rest is the practice's credit. Work of a line given back whole may be invoiced
 * again. The letter with the PDF goes out by a job. Answers the note. Refuses with `not_found`, `practice_archived`, `invoice_not_sent`,
 * `credit_of_nothing`, at a line's `net` more than is left of it, at its `invoiceAgain` a part, and at `to` when no address is known.
 */
export async function issueCreditNote(
  { actor, tx }: Context,
  { invoiceId, reason, lines, to }: Omit<IssueCreditNoteInput, "idempotencyKey">,
): Promise<{ creditNoteId: string; number: string; total: string }> {
  const invoice = await lockSent(tx, invoiceId);
  const given = await linesGiven(tx, invoiceId, lines, invoiceWords(actor.lab.locale, invoice.currency));
  const total = sumOf(given.flatMap(({ net, tax }) => [net, tax]));
  if (total === "0.00" && !given.some(({ invoiceAgain }) => invoiceAgain)) {
    throw conflict("credit_of_nothing", "This credit note comes to nothing. Write what is given back.");
  }
  const parties = await currentParties(tx, invoice.practiceId);
  const address = to || invoice.mailedTo || parties.practice.email;
  if (!address) throw invalid("to", `${parties.practice.name} has no e-mail address. Write the one to send this to.`);

  const issued = await tx.row<{ id: string; number: string }>(sql`
    INSERT INTO credit_notes (number, practice_id, invoice_id, currency, reason, issued_on, issued_by_id, parties, mailed_to)
    SELECT next_number('credit_note'), ${invoice.practiceId}, ${invoiceId}, ${invoice.currency}, ${reason},
      (now() AT TIME ZONE time_zone)::date, ${actor.userId}, ${JSON.stringify(parties)}::jsonb, ${address} FROM labs RETURNING id, number`);
  const { id, number } = issued as { id: string; number: string };
  for (const [i, { line, net, tax, invoiceAgain }] of given.entries()) {
    await tx.execute(sql`
      INSERT INTO credit_note_items (credit_note_id, invoice_item_id, position, description, net, tax_percent, tax, invoice_again)
      VALUES (${id}, ${line.id}, ${i + 1}, ${line.description}, ${net}, ${line.taxPercent}, ${tax}, ${invoiceAgain})`);
  }
  await settleWithOwnNotes({ actor, tx }, [invoiceId]);
  await tell({ actor, tx }, invoice, { id, number, total, reason });
  return { creditNoteId: id, number, total };
}

async function lockSent(tx: Transaction, invoiceId: string): Promise<LedgerInvoice & { mailedTo: string | null }> {
  const seen = await tx.row<{ practiceId: string; mailedTo: string | null }>(sql`
    SELECT practice_id AS "practiceId", mailed_to AS "mailedTo" FROM invoices WHERE id = ${invoiceId}`);
  if (!seen) throw notFound("invoice");
  await lockLedger(tx, seen.practiceId);
  const [invoice] = await lockInvoices(tx, [invoiceId]);
  if (!invoice) throw notFound("invoice");
  if (invoice.status === "draft" || invoice.status === "cancelled") {
    throw conflict("invoice_not_sent", "Only an invoice that was sent can be credited.");
  }
  return { ...invoice, mailedTo: seen.mailedTo };
}

/** The lines of an invoice with what was given back of each already. Decimal strings. */
export async function creditableLines(tx: Transaction, invoiceId: string): Promise<CreditLine[]> {
  return tx.rows<CreditLine>(sql`
    SELECT l.id, l.description, k.number AS "caseNumber", l.net, l.tax, l.tax_percent AS "taxPercent", l.is_void AS "isVoid",
      coalesce(sum(c.net), 0.00) AS "creditedNet", coalesce(sum(c.tax), 0.00) AS "creditedTax"
    FROM invoice_items l LEFT JOIN credit_note_items c ON c.lab_id = l.lab_id AND c.invoice_item_id = l.id
    LEFT JOIN cases k ON k.lab_id = l.lab_id AND k.id = l.case_id
    WHERE l.invoice_id = ${invoiceId} GROUP BY l.id, k.number ORDER BY l.position, l.id`);
}

async function linesGiven(
  tx: Transaction,
  invoiceId: string,
  wanted: IssueCreditNoteInput["lines"],
  { money }: Pick<InvoiceWords, "money">,
): Promise<Given[]> {
  const lines = new Map((await creditableLines(tx, invoiceId)).map((line) => [line.id, line]));
  return wanted.flatMap(({ lineId, net, invoiceAgain }, i) => {
    const line = lines.get(lineId);
    if (!line || wanted.findIndex((one) => one.lineId === lineId) < i) {
      throw conflict("line_of_another", "One of these lines is not on this invoice. Load the page again.");
    }
    const rest = restOf(line);
    if (toHundredths(net) > toHundredths(rest)) {
      throw invalid(`lines.${i}.net`, `Only ${money(rest)} before tax is left of this line.`);
    }
    const whole = toHundredths(net) === toHundredths(rest);
    if (invoiceAgain && (!whole || line.isVoid)) {
      throw invalid(`lines.${i}.invoiceAgain`, "Only a line given back whole may be invoiced again, and once.");
    }
    if (toHundredths(net) === 0n && !invoiceAgain) return [];
    return [{ line, net, tax: creditTax(line, net), invoiceAgain }];
  });
}

type Issued = { id: string; number: string; total: string; reason: string };

async function tell({ actor, tx }: Context, invoice: LedgerInvoice, note: Issued): Promise<void> {
  const caseIds = await casesOfInvoice(tx, invoice.id);
  const { number, total, reason } = note;
  const data = { number, invoice: invoice.number ?? "", total, currency: invoice.currency, reason };
  for (const caseId of caseIds) {
    await recordEvent({ actor, tx }, { caseId, kind: "credit_note_issued", data, audience: "shared" });
  }
  await notify(
    tx,
    { practiceId: invoice.practiceId, permission: "portal.invoices" },
    {
      key: `credit-note:${note.id}:issued`,
      type: "invoice",
      title: `Credit note ${number} for invoice ${invoice.number}`,
      href: `/portal/invoices/${invoice.id}`,
    },
  );
  await enqueue(tx, "mail_credit_note", { labId: actor.lab.id, creditNoteId: note.id });
  await tellBilling(tx, invoice.id, caseIds, invoice.practiceId);
  await tellLedger({ tx }, invoice.practiceId);
}
