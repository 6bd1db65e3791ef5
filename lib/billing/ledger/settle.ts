import type { Context } from "@/lib/access/action";
import { conflict, invalid } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { fromHundredths, toHundredths } from "../hundredths";
import { isOpen } from "../vocabulary";
import { type LedgerInvoice, lockInvoices } from "./lock-ledger";
import type { CreditSource, InvoicePart } from "./schema";

/** An invoice after something settled it, or was taken back from it. */
export type Settled = { invoiceId: string; number: string; practiceId: string; amount: string; balance: string };

type Money = { practiceId: string; currency: string; source: CreditSource };

/**
 * Locks the invoices that a payment or credit note is to settle and refuses what cannot be: `not_found` one of another practice,
 * `invoice_not_payable` one that is not open, and at the field of the part (`fieldOf` its place, from 0) another currency, more than is
 * owed, or an invoice named twice. The practice's ledger is locked. Answers the invoices in the order of the parts.
 */
export async function lockPayable(
  { tx }: Pick<Context, "tx">,
  money: Omit<Money, "source">,
  parts: readonly InvoicePart[],
  fieldOf: (place: number) => string,
): Promise<LedgerInvoice[]> {
  const locked = new Map(
    (
      await lockInvoices(
        tx,
        parts.map(({ invoiceId }) => invoiceId),
      )
    ).map((invoice) => [invoice.id, invoice]),
  );
  return parts.map(({ invoiceId, amount }, place) => {
    const invoice = locked.get(invoiceId);
    if (!invoice || invoice.practiceId !== money.practiceId) {
      throw conflict("invoice_of_another", "One of these invoices is not this practice's. Load the page again.");
    }
    if (parts.findIndex((part) => part.invoiceId === invoiceId) < place) {
      throw invalid(fieldOf(place), "This invoice is named twice.");
    }
    if (invoice.status === "paid" || invoice.status === "refunded") {
      throw conflict("invoice_not_payable", "This invoice is paid in full already.");
    }
    if (!isOpen(invoice.status)) throw conflict("invoice_not_payable", "This invoice is not open for payments.");
    if (invoice.currency !== money.currency) {
      throw invalid(fieldOf(place), `This invoice is in ${invoice.currency}, the money in ${money.currency}.`);
    }
    if (toHundredths(amount) > toHundredths(invoice.balance)) {
      throw invalid(fieldOf(place), `Only ${invoice.balance} ${invoice.currency} is still owed on this invoice.`);
    }
    return invoice;
  });
}

/** Settles invoices, which `lockPayable` answered, with a payment or credit note that has as much left. Answers what each came to. */
export async function settle(
  { actor, tx }: Context,
  { practiceId, source }: Money,
  invoices: readonly LedgerInvoice[],
  parts: readonly InvoicePart[],
): Promise<Settled[]> {
  const settled: Settled[] = [];
  for (const [place, { invoiceId, amount }] of parts.entries()) {
    const invoice = invoices[place] as LedgerInvoice;
    await tx.execute(sql`
      INSERT INTO allocations (practice_id, invoice_id, payment_id, credit_note_id, amount, allocated_by_id)
      VALUES (${practiceId}, ${invoiceId}, ${source.kind === "payment" ? source.id : null},
        ${source.kind === "credit_note" ? source.id : null}, ${amount}, ${actor.userId})`);
    const balance = fromHundredths(toHundredths(invoice.balance) - toHundredths(amount));
    settled.push({ invoiceId, number: invoice.number ?? "", practiceId, amount, balance });
  }
  return settled;
}
