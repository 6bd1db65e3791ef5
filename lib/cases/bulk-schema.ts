import { z } from "zod";
import { BULK_ROWS } from "./bulk-rows";
import { changeDueSchema, holdSchema, practiceNoteSchema } from "./record-schema";

/** Commands on many cases. A request carries few rows, so that progress shows; the screen sends as many requests as it takes. */

const seen = z.strictObject({ caseId: z.uuid(), version: z.int().min(1) });
export const manyRows = z.array(seen).min(1).max(BULK_ROWS);

export const holdManySchema = z.strictObject({
  rows: manyRows,
  ...holdSchema.pick({ reasonId: true, note: true, reviewOn: true }).shape,
});
export const releaseManySchema = z.strictObject({ rows: manyRows });
export const dueManySchema = z.strictObject({
  rows: manyRows,
  /** To this day, or so many working days later (earlier when negative). */
  change: z.union([
    z.strictObject({ dueOn: z.iso.date("Choose a day.") }),
    z.strictObject({ days: z.int().min(-60).max(60) }),
  ]),
  reason: changeDueSchema.shape.reason,
});
export const writeManySchema = z.strictObject({
  rows: manyRows,
  body: practiceNoteSchema.shape.body,
  /** The same for all requests of one command, so that a row is written to once however often it is sent. */
  key: z.uuid(),
});

/** Cases whose tickets are printed together. */
export const ticketsSchema = z.strictObject({ caseIds: z.array(z.uuid()).min(1).max(50) });

/** The address of a list, as the browser has it; what is unreadable in it counts as not said. */
export const matchingSchema = z.strictObject({ query: z.string().max(2000) });
