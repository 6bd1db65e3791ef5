import { z } from "zod";
import { amount, amountAboveZero, currencyCode, optionalText, text } from "../schema";
import { PAYMENT_METHODS } from "../vocabulary";

/** The shapes of the ledger's commands. Amounts are decimal texts in the payment's currency, days are the lab's. */

const id = z.uuid();
const reason = text(300).min(3, "Say why, in a few words.");
const idempotencyKey = z.uuid();
const method = z.enum(PAYMENT_METHODS, "Choose how it was paid.");
/** Nothing written means nothing for that invoice. */
const share = z.union([z.literal("").transform(() => "0.00"), amount]);
const parts = z.array(z.strictObject({ invoiceId: id, amount: share })).max(200);
const source = z.strictObject({ kind: z.enum(["payment", "credit_note"]), id });

export const receivePaymentSchema = z.strictObject({
  practiceId: id,
  currency: currencyCode,
  amount: amountAboveZero,
  method,
  receivedOn: z.iso.date("Choose the day it was received."),
  reference: optionalText(120),
  note: optionalText(300),
  /** What of it settles which invoices; the rest is kept as the practice's credit. */
  invoices: parts,
  idempotencyKey,
});
export const allocateCreditSchema = z.strictObject({ source, invoices: parts.min(1), idempotencyKey });
/** Taken back once, there is nothing left to take back: a repetition needs no key. */
export const takeBackSchema = z.strictObject({ source, invoiceId: id });
export const bouncePaymentSchema = z.strictObject({
  paymentId: id,
  bouncedOn: z.iso.date("Choose the day it came back."),
  reference: optionalText(120),
  reason,
  idempotencyKey,
});
export const issueCreditNoteSchema = z.strictObject({
  invoiceId: id,
  reason,
  lines: z
    .array(z.strictObject({ lineId: id, net: share, invoiceAgain: z.boolean() }))
    .min(1, "Choose what is given back.")
    .max(500),
  /** Where its letter goes; empty means where the invoice went. */
  to: z.union([z.literal(""), z.email("Write an e-mail address.").max(254)]),
  idempotencyKey,
});
export const refundCreditSchema = z.strictObject({
  source,
  amount: amountAboveZero,
  method,
  refundedOn: z.iso.date("Choose the day it was paid out."),
  reference: optionalText(120),
  reason,
  idempotencyKey,
});

export type ReceivePaymentInput = z.output<typeof receivePaymentSchema>;
export type AllocateCreditInput = z.output<typeof allocateCreditSchema>;
export type TakeBackInput = z.output<typeof takeBackSchema>;
export type BouncePaymentInput = z.output<typeof bouncePaymentSchema>;
export type IssueCreditNoteInput = z.output<typeof issueCreditNoteSchema>;
export type RefundCreditInput = z.output<typeof refundCreditSchema>;
/** A payment or a credit note, as that of which something is left. */
export type CreditSource = z.output<typeof source>;
/** What of a payment or credit note settles one invoice. */
export type InvoicePart = z.output<typeof parts>[number];
