import { z } from "zod";

/** Practices to remind, and another address than the practice's own (for one alone). */
export const sendRemindersSchema = z
  .strictObject({
    practiceIds: z.array(z.uuid()).min(1, "Choose whom to remind.").max(200, "At most 200 at a time."),
    address: z.union([z.literal(""), z.email("Write an e-mail address.").max(254)]),
    idempotencyKey: z.uuid(),
  })
  .refine(({ practiceIds, address }) => address === "" || practiceIds.length === 1, {
    path: ["address"],
    message: "Another address is for one practice at a time.",
  });
export type SendRemindersInput = z.output<typeof sendRemindersSchema>;

/** Rests reminding of an invoice, or of all of a practice's; without `until` until somebody ends it. */
export const pauseSchema = z.strictObject({
  practiceId: z.uuid(),
  invoiceId: z.uuid().nullable(),
  reason: z.string().trim().min(3, "Say why, in a few words.").max(300, "At most 300 characters."),
  until: z.union([z.literal("").transform(() => null), z.iso.date("Choose a day.").regex(/^[1-9]/, "Choose a day.")]),
});
export type PauseInput = z.output<typeof pauseSchema>;

export const endPauseSchema = z.strictObject({ pauseId: z.uuid() });
