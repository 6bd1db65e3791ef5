import { z } from "zod";
import { PAYMENT_METHODS } from "./vocabulary";

/** The shapes of billing's commands. Amounts are decimal texts in the invoice's currency; a comma counts as the decimal point. */

/** A number of at least nothing and at most `most`, with so many whole digits and two decimals; a comma counts as the point. */
export const decimal = (most: number, wholeDigits: number) =>
  z
    .string()
    .trim()
    .max(20, "This is too long.")
    .transform((value) => value.replace(",", "."))
    .pipe(
      z
        .string()
        .regex(/^\d+(\.\d{1,2})?$/, {
          error: "Write a number with at most two decimals, such as 12.50.",
          abort: true,
        })
        .regex(new RegExp(`^\\d{1,${wholeDigits}}(\\.|$)`), { error: "This is too large.", abort: true })
        .refine((value) => Number(value) <= most, `At most ${most}.`),
    );
/** Money of at least nothing and at most 9,999,999.99. */
export const amount = decimal(9_999_999.99, 7);
const aboveZero = (value: string) => Number(value) > 0;
/** Money of more than nothing. */
export const amountAboveZero = amount.refine(aboveZero, "The amount must be above zero.");
/** From 0 to 100. */
export const percent = decimal(100, 3);
/** A currency that there is, ISO 4217. */
export const currencyCode = z
  .string()
  .regex(/^[A-Z]{3}$/, { error: "Three capital letters, such as GBP.", abort: true })
  .refine((code) => Intl.supportedValuesOf("currency").includes(code), "There is no such currency.");
/** Words of at most so many characters, without blanks at their ends. */
export const text = (longest: number) => z.string().trim().max(longest, `At most ${longest} characters.`);
/** As `text`; null when there are none. */
export const optionalText = (longest: number) => text(longest).transform((value) => value || null);
const id = z.uuid();
const version = z.int().positive();
const draft = { invoiceId: id, version };

const lineFields = {
  description: text(300).min(1, "Say what this is for."),
  quantity: decimal(99_999, 5).refine(aboveZero, "The quantity must be above zero."),
  unitPrice: amount,
  discountPercent: percent,
  taxPercent: percent,
};
export const addLineSchema = z.strictObject({ ...draft, ...lineFields });
export const changeLineSchema = z.strictObject({ ...draft, lineId: id, ...lineFields });
export const removeLineSchema = z.strictObject({ ...draft, lineId: id });
export const changeNotesSchema = z.strictObject({ ...draft, notes: optionalText(1000) });

export const sendInvoiceSchema = z.strictObject({
  ...draft,
  to: z.union([z.literal(""), z.email("Write an e-mail address.").max(254)]),
});
export const mailAgainSchema = z.strictObject({ invoiceId: id, to: z.email("Write an e-mail address.").max(254) });
export const cancelInvoiceSchema = z.strictObject({ ...draft, reason: text(300).min(3, "Say why, in a few words.") });

export const recordPaymentSchema = z.strictObject({
  invoiceId: id,
  amount: amountAboveZero,
  method: z.enum(PAYMENT_METHODS, "Choose how it was paid."),
  receivedOn: z.iso.date("Choose the day it was received."),
  reference: optionalText(120),
  idempotencyKey: z.uuid(),
});

export type AddLineInput = z.output<typeof addLineSchema>;
export type ChangeLineInput = z.output<typeof changeLineSchema>;
export type RemoveLineInput = z.output<typeof removeLineSchema>;
export type ChangeNotesInput = z.output<typeof changeNotesSchema>;
export type SendInvoiceInput = z.output<typeof sendInvoiceSchema>;
export type MailAgainInput = z.output<typeof mailAgainSchema>;
export type CancelInvoiceInput = z.output<typeof cancelInvoiceSchema>;
export type RecordPaymentInput = z.output<typeof recordPaymentSchema>;
