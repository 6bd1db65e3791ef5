import type { Context } from "@/lib/access/action";
import { conflict, invalid } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { fromHundredths, toHundredths } from "../hundredths";
import { invoiceWords } from "../invoice-words";
import { isOpen } from "../vocabulary";
import { type LedgerInvoice, lockInvoices } from "./lock-ledger";
import type { CreditSource, InvoicePart } from "./schema";

/** An invoice after something settled it, or was taken back from it. */
export type Settled = { invoiceId: string; number: string; practiceId: string; amount: string; balance: string };

/** An invoice, locked, and what is to settle of it (a decimal string above zero). */
export type Payable = LedgerInvoice & { part: string };

type Money = { practiceId: string; currency: string };

/**
 * Locks the invoices that a payment or credit note is to settle and refuses what cannot be: `invoice_of_another` one of another practice,
 * `invoice_not_payable` one that is not open, and at the field of the part (`fieldOf` its place, from 0) another currency, more than is
 * owed, or an invoice named twice. Parts of nothing are left out. The practice's ledger is locked.
 */
export async function lockPayable(
  { actor, tx }: Context,
  money: Money,
  parts: readonly InvoicePart[],
  fieldOf: (place: number) => string,
): Promise<Payable[]> {
  const wanted = parts.map((part, place) => ({ ...part, place })).filter(({ amount }) => toHundredths(amount) !== 0n);
  const ids = wanted.map(({ invoiceId }) => invoiceId);
  const locked = new Map((await lockInvoices(tx, ids)).map((invoice) => [invoice.id, invoice]));
  return wanted.map(({ invoiceId, amount, place }, i) => {
    const invoice = locked.get(invoiceId);
    if (!invoice || invoice.practiceId !== money.practiceId) {
      throw conflict("invoice_of_another", "One of these invoices is not this practice's. Load the page again.");
    }
    if (ids.indexOf(invoiceId) < i) throw invalid(fieldOf(place), "This invoice is named twice.");
    refuseClosed(invoice);
    if (invoice.currency !== money.currency) {
      throw invalid(fieldOf(place), `This invoice is in ${invoice.currency}, the money in ${money.currency}.`);
    }
    if (toHundredths(amount) > toHundredths(invoice.balance)) {
      const owed = invoiceWords(actor.lab.locale, invoice.currency).money(invoice.balance);
      throw invalid(fieldOf(place), `Only ${owed} is still owed on this invoice.`);
    }
    return { ...invoice, part: amount };
  });
}

function refuseClosed({ status }: LedgerInvoice): void {
  if (status === "paid" || status === "refunded") {
    throw conflict("invoice_not_payable", "This invoice is paid in full already.");
  }
  if (!isOpen(status)) throw conflict("invoice_not_payable", "This invoice is not open for payments.");
}

/** Settles invoices with a payment or credit note of the same practice that has as much left. Answers what is owed on each now. */
export async function settle(
  { actor, tx }: Context,
  source: CreditSource,
  invoices: readonly Payable[],
): Promise<Settled[]> {
  const settled: Settled[] = [];
  for (const { id, number, practiceId, balance, part } of invoices) {
    await tx.execute(sql`
      INSERT INTO allocations (practice_id, invoice_id, payment_id, credit_note_id, amount, allocated_by_id)
      VALUES (${practiceId}, ${id}, ${source.kind === "payment" ? source.id : null}, ${source.kind === "credit_note" ? source.id : null},
        ${part}, ${actor.userId})`);
    const owed = fromHundredths(toHundredths(balance) - toHundredths(part));
    settled.push({ invoiceId: id, number: number ?? "", practiceId, amount: part, balance: owed });
  }
  return settled;
}
