import { z } from "zod";

const words = z.string().trim().max(2000, "At most 2000 characters.");

export const askApprovalSchema = z.strictObject({
  caseId: z.uuid(),
  itemIds: z.array(z.uuid()).min(1, "Choose whose design it is.").max(50),
  fileIds: z.array(z.uuid()).min(1, "Choose a picture or a mesh to look at.").max(20, "At most 20 files."),
  words: words.min(1, "Say what the dentist is asked."),
  idempotencyKey: z.uuid().optional(),
});

/** A request as the caller saw it. */
const seen = { approvalId: z.uuid(), version: z.int().min(1) };

export const decideDesignSchema = z
  .strictObject({ ...seen, decision: z.enum(["approved", "rejected"], "Choose one."), words: words.default("") })
  .refine(({ decision, words }) => decision === "approved" || words.length > 0, {
    path: ["words"],
    message: "Say what should be different.",
  });

export const withdrawApprovalSchema = z.strictObject({ ...seen, words: words.default("") });
