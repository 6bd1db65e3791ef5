import { z } from "zod";
import { optionalId, optionalQuantity, optionalWords, price, quantity, words } from "../decimals";
import { isGtin } from "../lots/read-code";
import { ITEM_CATEGORIES } from "../vocabulary";

const gtin = z.union([
  z.literal("").transform(() => null),
  z
    .string()
    .trim()
    .refine(isGtin, "This is no barcode number: 8, 12, 13 or 14 digits, of which the last is a check digit.")
    .transform((digits) => digits.padStart(14, "0")),
]);

export const itemSchema = z.strictObject({
  /** Null adds an item. */
  itemId: z.uuid().nullable(),
  version: z.int().nullable(),
  sku: words(40, "Give it a code."),
  name: words(160, "Give it a name."),
  category: z.enum(ITEM_CATEGORIES, "Choose a category."),
  unit: words(20, "Say what it is counted in."),
  gtin,
  supplierId: optionalId,
  locationId: optionalId,
  reorderPoint: quantity,
  reorderQuantity: optionalQuantity,
  unitCost: price,
  notes: optionalWords(1000),
});
export const seenItemSchema = z.strictObject({ itemId: z.uuid(), version: z.int() });
export const locationSchema = z.strictObject({
  locationId: z.uuid().nullable(),
  name: words(80, "Give the place a name."),
  notes: optionalWords(300),
});
export const oneLocationSchema = z.strictObject({ locationId: z.uuid() });

export type ItemInput = z.output<typeof itemSchema>;
export type SeenItem = z.output<typeof seenItemSchema>;
export type LocationInput = z.output<typeof locationSchema>;
export type OneLocation = z.output<typeof oneLocationSchema>;
