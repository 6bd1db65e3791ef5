import { z } from "zod";
import { MOST_ATTACHMENTS, MOST_CHARACTERS } from "./limits";

const conversationId = z.uuid();
const people = z.array(z.uuid()).max(50);
const subject = z.string().trim().max(120, "Use at most 120 characters.");

export const CASE_SIDES = ["shared", "internal"] as const;
/** Which of a case's two conversations: the one with its practice, or the lab's own. */
export type CaseSide = (typeof CASE_SIDES)[number];

export const beginSchema = z.strictObject({
  userIds: people.min(1, "Choose who to write to."),
  /** The practice it is with; none for the lab's people among themselves. A practice's own people never need to say it. */
  practiceId: z.uuid().nullable().default(null),
  subject: subject.default(""),
  idempotencyKey: z.uuid(),
});
export const contactsSchema = z.strictObject({ practiceId: z.uuid().nullable() });
export const openCaseSchema = z.strictObject({ caseId: z.uuid(), side: z.enum(CASE_SIDES) });
export const sendSchema = z
  .strictObject({
    conversationId,
    body: z.string().trim().max(MOST_CHARACTERS, `Use at most ${MOST_CHARACTERS} characters.`),
    mentions: people.default([]),
    attachmentIds: z.array(z.uuid()).max(MOST_ATTACHMENTS, `Add at most ${MOST_ATTACHMENTS} files.`).default([]),
    idempotencyKey: z.uuid(),
  })
  .refine(({ body, attachmentIds }) => body !== "" || attachmentIds.length > 0, {
    path: ["body"],
    message: "Write something or add a file.",
  });
export const editSchema = z.strictObject({
  messageId: z.uuid(),
  body: z.string().trim().min(1, "Write something.").max(MOST_CHARACTERS, `Use at most ${MOST_CHARACTERS} characters.`),
});
export const removeSchema = z.strictObject({ messageId: z.uuid() });
export const readSchema = z.strictObject({ conversationId, position: z.number().int().min(0) });
export const addPeopleSchema = z.strictObject({ conversationId, userIds: people.min(1, "Choose whom to add.") });
export const removePersonSchema = z.strictObject({ conversationId, userId: z.uuid() });
export const leaveSchema = z.strictObject({ conversationId });
export const renameSchema = z.strictObject({ conversationId, subject });

/** Which page of a conversation's messages is asked for: the newest, those before a position, or those after one. */
export const pageSchema = z.strictObject({
  before: z.coerce.number().int().min(1).optional(),
  after: z.coerce.number().int().min(0).optional(),
});
