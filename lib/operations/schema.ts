import { z } from "zod";

export const jobSchema = z.strictObject({
  id: z.coerce.string().regex(/^\d{1,18}$/),
  change: z.enum(["retry", "remove"]),
});
export const topicSchema = z.strictObject({ topic: z.string().regex(/^[a-z_]{1,60}$/) });
export const nothingSchema = z.strictObject({ idempotencyKey: z.uuid() });
