import { z } from "zod";
import { LETTER_NAMES, letterKind } from "../templates/catalogue";
import { faultsOf } from "../templates/fill";

const text = (most: number) => z.string().trim().max(most, `At most ${most} characters.`);
const kind = z.enum(LETTER_NAMES as [(typeof LETTER_NAMES)[number], ...typeof LETTER_NAMES]);
const language = z.string().regex(/^[a-z]{2,3}$/, "The two letters of a language, such as de.");

export const wordsSchema = z.strictObject({
  subject: text(150),
  heading: text(120),
  body: text(4000),
  button: text(60),
  footnote: text(400),
});

/** A lab's words for a kind of letter; `seen` is the revision they were written over, 0 for none. */
export const mailTextSchema = z
  .strictObject({ kind, language, seen: z.int().min(0), words: wordsSchema })
  .superRefine((input, context) => {
    for (const [part, message] of Object.entries(faultsOf(letterKind(input.kind), input.words)))
      context.addIssue({ code: "custom", path: ["words", part], message });
  });
export const resetTextSchema = z.strictObject({ kind, language, seen: z.int().min(1) });
export const previewSchema = z.strictObject({ kind, language, words: wordsSchema });
/** As a preview, sent to oneself. */
export const trialSchema = z.strictObject({ ...previewSchema.shape, idempotencyKey: z.uuid() });
