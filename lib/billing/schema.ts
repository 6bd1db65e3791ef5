import { z } from "zod";
import { MATERIALS, PROCEDURE_TYPES } from "@/lib/cases/vocabulary";
import { PAYMENT_METHODS, PRICE_UNITS } from "./vocabulary";

/** The shapes of billing's commands. Amounts are decimal texts in the invoice's currency; a comma counts as the decimal point. */

const decimal = (most: number, wholeDigits: number) =>
  z
    .string()
    .trim()
    .max(20, "This is too long.")
    .transform((value) => value.replace(",", "."))
    .pipe(
      z
        .string()
        .regex(/^\d+(\.\d{1,2})?$/, "Write a number with at most two decimals, such as 12.50.")
        .regex(new RegExp(`^\\d{1,${wholeDigits}}(\\.|$)`), "This is too large.")
        .refine((value) => Number(value) <= most, `At most ${most}.`),
    );
const amount = decimal(9_999_999.99, 7);
const aboveZero = (value: string) => Number(value) > 0;
const percent = decimal(100, 3);
const text = (longest: number) => z.string().trim().max(longest, `At most ${longest} characters.`);
const optionalText = (longest: number) => text(longest).transform((value) => value || null);
const id = z.uuid();
const version = z.int().positive();
const draft = { invoiceId: id, version };

export const draftInvoicesSchema = z.strictObject({ caseIds: z.array(id).min(1).max(50) });

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
  amount: amount.refine(aboveZero, "The amount must be above zero."),
  method: z.enum(PAYMENT_METHODS, "Choose how it was paid."),
  receivedOn: z.iso.date("Choose the day it was received."),
  reference: optionalText(120),
  idempotencyKey: z.uuid(),
});

export const priceListSchema = z
  .strictObject({
    priceListId: id.nullable(),
    name: text(80).min(1, "Give the list a name."),
    currency: z.string().regex(/^[A-Z]{3}$/, "Three capital letters, such as GBP."),
    validFrom: z.iso.date("Choose a day."),
    validTo: z.union([z.literal("").transform(() => null), z.iso.date("Choose a day.")]),
    isDefault: z.boolean(),
  })
  .refine((list) => !list.validTo || list.validTo >= list.validFrom, {
    path: ["validTo"],
    message: "The last day cannot be before the first.",
  });
export const priceSchema = z.strictObject({
  priceListId: id,
  priceId: id.nullable(),
  procedureType: z.enum(PROCEDURE_TYPES, "Choose what it is for."),
  material: z.union([z.literal("").transform(() => null), z.enum(MATERIALS)]),
  per: z.enum(PRICE_UNITS),
  price: amount,
  rushSurchargePercent: decimal(500, 3),
  taxRateId: z.union([z.literal("").transform(() => null), id]),
});
export const removePriceSchema = z.strictObject({ priceId: id });
export const taxRateSchema = z.strictObject({
  name: text(40).min(1, "Give the tax a name."),
  percent,
  validFrom: z.iso.date("Choose a day."),
  isDefault: z.boolean(),
});

export type DraftInvoicesInput = z.output<typeof draftInvoicesSchema>;
export type AddLineInput = z.output<typeof addLineSchema>;
export type ChangeLineInput = z.output<typeof changeLineSchema>;
export type RemoveLineInput = z.output<typeof removeLineSchema>;
export type ChangeNotesInput = z.output<typeof changeNotesSchema>;
export type SendInvoiceInput = z.output<typeof sendInvoiceSchema>;
export type MailAgainInput = z.output<typeof mailAgainSchema>;
export type CancelInvoiceInput = z.output<typeof cancelInvoiceSchema>;
export type RecordPaymentInput = z.output<typeof recordPaymentSchema>;
export type PriceListInput = z.output<typeof priceListSchema>;
export type PriceInput = z.output<typeof priceSchema>;
export type RemovePriceInput = z.output<typeof removePriceSchema>;
export type TaxRateInput = z.output<typeof taxRateSchema>;
