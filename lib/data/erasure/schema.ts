import { z } from "zod";

export const eraseSchema = z.strictObject({
  patientId: z.uuid(),
  /** The patient's reference, typed once more. */
  confirmation: z.string().trim().max(200),
  /** The day the request came in. */
  askedOn: z.iso.date().nullable(),
  idempotencyKey: z.uuid(),
});
export type EraseInput = z.output<typeof eraseSchema>;
