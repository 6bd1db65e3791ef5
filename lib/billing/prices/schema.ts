import { z } from "zod";
import { MATERIALS, PROCEDURE_TYPES, URGENCIES } from "@/lib/cases/vocabulary";
import { amount, currencyCode, decimal, optionalText, percent, text } from "../schema";
import { PRICE_UNITS } from "../vocabulary";

/** The shapes of the commands on price lists and taxes. Amounts are decimal texts in the list's currency, days `YYYY-MM-DD`. */

const id = z.uuid();
const version = z.int().positive();
const day = z.iso.date("Choose a day.");
const lastDay = z.union([z.literal("").transform(() => null), day]);
const name = text(80).min(1, "Give the list a name.");
const inOrder = (list: { validFrom: string; validTo: string | null }) =>
  !list.validTo || list.validTo >= list.validFrom;
const ORDER = { path: ["validTo"], message: "The last day cannot be before the first." };

export const priceListSchema = z
  .strictObject({
    /** Null adds a list. */
    priceListId: id.nullable(),
    /** The version that was seen; of no account for a new list. */
    version: version.nullable(),
    name,
    currency: currencyCode,
    validFrom: day,
    validTo: lastDay,
    isDefault: z.boolean(),
  })
  .refine(inOrder, ORDER);

/** What prices are rounded to when a list is raised: a cent, five, ten, fifty, a whole, five or ten wholes. */
export const ROUNDINGS = ["0.01", "0.05", "0.10", "0.50", "1.00", "5.00", "10.00"] as const;
const change = z
  .string()
  .trim()
  .max(10)
  .transform((value) => value.replace(",", ".").replace("−", "-").replace(/^\+/, ""))
  .pipe(
    z
      .string()
      .regex(/^-?\d{1,3}(\.\d{1,2})?$/, "A percentage such as 3 or -2.5, with at most two decimals.")
      .refine((value) => Number(value) >= -90 && Number(value) <= 500, "From -90 to 500."),
  );
export const copyPriceListSchema = z
  .strictObject({
    priceListId: id,
    version,
    name,
    validFrom: day,
    validTo: lastDay,
    /** By how much every price changes, "-2.50" to "500.00" per cent. */
    percent: change,
    rounding: z.enum(ROUNDINGS),
    /** Whether it goes on from the copied list, which then ends the day before; who pays by that one pays by this from its first day. */
    continues: z.boolean(),
    /** So that a list that was copied twice over a bad line is there once. */
    idempotencyKey: z.uuid(),
  })
  .refine(inOrder, ORDER);
export const seenPriceListSchema = z.strictObject({ priceListId: id, version });

export const priceFields = z.object({
  procedureType: z.enum(PROCEDURE_TYPES, "Choose what it is for."),
  material: z.union([z.literal("").transform(() => null), z.enum(MATERIALS)]),
  per: z.enum(PRICE_UNITS),
  price: amount,
  rushSurchargePercent: decimal(500, 3),
});
export const priceSchema = z.strictObject({
  priceListId: id,
  /** Null adds a price. */
  priceId: id.nullable(),
  /** The version that was seen; of no account for a new price. */
  version: version.nullable(),
  ...priceFields.shape,
  taxRateId: z.union([z.literal("").transform(() => null), id]),
});
export const removePriceSchema = z.strictObject({ priceId: id, version });

export const taxRateSchema = z
  .strictObject({
    name: text(40).min(1, "Give the tax a name."),
    percent,
    validFrom: day,
    isDefault: z.boolean(),
    isExempt: z.boolean(),
    /** Printed on invoices where the tax is exempt. */
    legalNote: optionalText(300),
  })
  .refine((rate) => !rate.isExempt || Number(rate.percent) === 0, {
    path: ["percent"],
    message: "What is exempt bears 0 %.",
  })
  .refine((rate) => !rate.isExempt || rate.legalNote, {
    path: ["legalNote"],
    message: "Write the reason that the law wants on the invoice.",
  });
export const takeBackTaxRateSchema = z.strictObject({ taxRateId: id });

export const importPricesSchema = z.strictObject({
  priceListId: id,
  version,
  csv: z.string().min(1, "The file is empty.").max(500_000, "The file is larger than 500 kB."),
  /** Whether prices that are not in the file are taken off the list. */
  replaces: z.boolean(),
});

export const findPayersSchema = z.strictObject({ words: z.string().max(100) });
export const checkPriceSchema = z.strictObject({
  practiceId: id,
  dentistId: id.nullable(),
  day,
  urgency: z.enum(URGENCIES),
  items: z
    .array(
      z.strictObject({
        procedureType: z.enum(PROCEDURE_TYPES, "Choose what it is for."),
        material: z.union([z.literal("").transform(() => null), z.enum(MATERIALS)]),
        units: z.int("A whole number.").min(1, "At least 1.").max(32, "At most 32."),
        arches: z.union([z.literal(1), z.literal(2)]),
      }),
    )
    .min(1)
    .max(20, "At most 20 items."),
});

export type PriceListInput = z.output<typeof priceListSchema>;
export type CopyPriceListInput = z.output<typeof copyPriceListSchema>;
export type PriceInput = z.output<typeof priceSchema>;
export type TaxRateInput = z.output<typeof taxRateSchema>;
export type ImportPricesInput = z.output<typeof importPricesSchema>;
export type CheckPriceInput = z.output<typeof checkPriceSchema>;
export type CheckedItem = CheckPriceInput["items"][number];
