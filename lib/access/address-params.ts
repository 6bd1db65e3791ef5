import { z } from "zod";

/**
 * What the address of a page may carry, such that the database can read it. Anyone may write an address: what does not parse counts
 * as not said (`.catch`), where a value that only the database refuses would answer 500.
 */

const YEAR = /^[1-9]/; // ISO allows the year 0, PostgreSQL does not

/** Words to look for, without the control characters that text in the database cannot hold. */
export const wordsParam = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .regex(/^\P{Cc}*$/u);

/** A day, `YYYY-MM-DD`. */
export const dayParam = z.iso.date().regex(YEAR);

/** An instant in UTC to the millisecond, as `Date.toISOString` writes it. */
export const instantParam = z.iso.datetime({ precision: 3 }).regex(YEAR);

/** `<value>|<id>` of the row that a page goes on from, as `[value, id]`; null for anything else. The value is any words. */
export const rowKeyParam = wordsParam(260)
  .regex(/\|[0-9a-f-]{36}$/)
  .transform((text): [value: string, id: string] => [text.slice(0, -37), text.slice(-36)])
  .refine(([, id]) => z.uuid().safeParse(id).success)
  .nullable()
  .catch(null);
