import { z } from "zod";

/** What the commands on saved views take. */

const name = z.string().trim().min(1, "Give the view a name.").max(60, "At most 60 characters.");
/** Filters, order and columns as the address says them, without its page. The list parses them anew whenever the view is opened. */
const query = z
  .string()
  .max(2000)
  .regex(/^\P{Cc}*$/u);
const seen = { id: z.uuid(), version: z.int().min(1) };

export const saveViewSchema = z.strictObject({ name, query, shared: z.boolean() });
export const updateViewSchema = z.strictObject({ ...seen, query });
export const renameViewSchema = z.strictObject({ ...seen, name, shared: z.boolean() });
export const viewIdSchema = z.strictObject({ id: z.uuid() });
/** Null for the list as it is without a view. */
export const defaultViewSchema = z.strictObject({ id: z.uuid().nullable() });
