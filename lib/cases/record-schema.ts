import { z } from "zod";

/** What the case record's commands take. Forms send texts; an empty one is read as not said. */

const optionalText = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `At most ${most} characters.`)
    .transform((text) => text || undefined)
    .optional();

const optionalDay = z.union([z.literal("").transform(() => undefined), z.iso.date("Choose a day.")]).optional();

/** A case as the caller saw it. */
const seenCase = { caseId: z.uuid(), version: z.int().min(1) };

export const holdSchema = z.strictObject({
  ...seenCase,
  reasonId: z.uuid("Choose a reason."),
  note: optionalText(1000),
  reviewOn: optionalDay,
});

export const moveReviewSchema = z.strictObject({ caseId: z.uuid(), reviewOn: optionalDay });

export const releaseSchema = z.strictObject(seenCase);

export const cancelSchema = z.strictObject({
  ...seenCase,
  reasonId: z.uuid("Choose a reason."),
  note: optionalText(1000),
});

export const changeDueSchema = z.strictObject({
  ...seenCase,
  dueOn: z.iso.date("Choose a day."),
  reason: optionalText(300),
});

const body = z.string().trim().min(1, "Write something first.").max(4000, "At most 4000 characters.");

export const noteSchema = z.strictObject({
  caseId: z.uuid(),
  audience: z.enum(["internal", "shared"]),
  body,
  idempotencyKey: z.uuid().optional(),
});

export const practiceNoteSchema = z.strictObject({ caseId: z.uuid(), body, idempotencyKey: z.uuid().optional() });

export const noteRefSchema = z.strictObject({ noteId: z.uuid() });
export const changeNoteSchema = z.strictObject({ noteId: z.uuid(), body });

export const ticketSchema = z.strictObject({ caseId: z.uuid() });

/** What the forms ask for; which case, and as it was seen, is added when they are sent. */
export const holdForm = holdSchema.omit({ caseId: true, version: true });
export const changeDueForm = changeDueSchema.omit({ caseId: true, version: true });
export const noteForm = noteSchema.omit({ caseId: true, idempotencyKey: true });
export const practiceNoteForm = practiceNoteSchema.omit({ caseId: true, idempotencyKey: true });
