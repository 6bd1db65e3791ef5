import { z } from "zod";

/** Numbers as people write them for stock: decimal texts, a comma counts as the decimal point. */
const number = (places: number, whole: number, example: string) =>
  z
    .string()
    .trim()
    .max(24, "This is too long.")
    .transform((value) => value.replace(",", "."))
    .pipe(
      z
        .string()
        .regex(new RegExp(`^\\d+(\\.\\d{1,${places}})?$`), {
          error: `Write a number with at most ${places} decimals, such as ${example}.`,
          abort: true,
        })
        .regex(new RegExp(`^0*\\d{1,${whole}}(\\.|$)`), "This is too large."),
    );

const aboveZero = (value: string) => Number(value) > 0;

/** How much of an item, at least nothing: up to 9,999,999.999. */
export const quantity = number(3, 7, "2.5");
/** How much of an item, more than nothing. */
export const quantityAboveZero = quantity.refine(aboveZero, "This must be above zero.");
/** What one unit costs in the lab's currency: up to 9,999,999.9999. */
export const cost = number(4, 7, "12.50");
/** As `cost`, in whole hundredths. */
export const price = number(2, 7, "12.50");
/** As `quantityAboveZero`; null when nothing is written. */
export const optionalQuantity = z.union([z.literal("").transform(() => null), quantityAboveZero]);
/** Words of at most so many characters; null when there are none. */
export const optionalWords = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, `At most ${longest} characters.`)
    .transform((value) => value || null);
/** Words of one to so many characters. */
export const words = (longest: number, missing: string) =>
  z.string().trim().min(1, missing).max(longest, `At most ${longest} characters.`);
/** A choice that may be left open: an id, or null for none. */
export const optionalId = z.union([z.literal("").transform(() => null), z.uuid(), z.null()]);
/** A day, `YYYY-MM-DD`; null when none is written. */
export const optionalDay = z.union([z.literal("").transform(() => null), z.iso.date("Choose a day.")]);
