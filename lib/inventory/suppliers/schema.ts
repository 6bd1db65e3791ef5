import { z } from "zod";
import { cost, optionalDay, optionalWords, quantityAboveZero, words } from "../decimals";

const rated = z.union([z.literal("").transform(() => null), z.coerce.number<string>().int().min(1).max(5)]);

export const supplierSchema = z.strictObject({
  /** Null adds a supplier. */
  supplierId: z.uuid().nullable(),
  version: z.int().nullable(),
  name: words(120, "Give the supplier's name."),
  contactName: optionalWords(120),
  email: z.union([z.literal("").transform(() => null), z.email("Write an e-mail address.").max(254)]),
  phone: optionalWords(40),
  website: z.union([
    z.literal("").transform(() => null),
    z.url({ protocol: /^https?$/, error: "Write an address such as https://example.com." }).max(300),
  ]),
  address: optionalWords(300),
  leadTimeDays: z.union([
    z.literal("").transform(() => null),
    z
      .string()
      .regex(/^\d{1,3}$/, "Whole days, at most 999.")
      .transform(Number),
  ]),
  notes: optionalWords(1000),
  ratings: z.strictObject({ quality: rated, delivery: rated, price: rated, service: rated }),
});
export const seenSupplierSchema = z.strictObject({ supplierId: z.uuid(), version: z.int() });

export const supplierPriceSchema = z
  .strictObject({
    supplierId: z.uuid("Choose a supplier."),
    itemId: z.uuid("Choose an item."),
    orderCode: optionalWords(60),
    unitPrice: cost,
    packSize: quantityAboveZero,
    validFrom: z.iso.date("Choose the first day."),
    validUntil: optionalDay,
  })
  .refine(({ validFrom, validUntil }) => !validUntil || validUntil >= validFrom, {
    path: ["validUntil"],
    error: "This is before the first day.",
  });
export const onePriceSchema = z.strictObject({ priceId: z.uuid() });

export type SupplierInput = z.output<typeof supplierSchema>;
export type SeenSupplier = z.output<typeof seenSupplierSchema>;
export type SupplierPriceInput = z.output<typeof supplierPriceSchema>;
export type OnePrice = z.output<typeof onePriceSchema>;
