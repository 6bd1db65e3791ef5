import { z } from "zod";
import { RESPONSIBLE } from "@/lib/cases/case-vocabulary";

const itemIds = z.array(z.uuid()).min(1, "Choose what is made again.").max(50);
const words = z.string().trim().max(2000, "At most 2000 characters.");

export const askRemakeSchema = z.strictObject({
  caseId: z.uuid(),
  itemIds,
  words: words.min(1, "Say what is wrong with it."),
  idempotencyKey: z.uuid().optional(),
});

export const makeRemakeSchema = z.strictObject({
  caseId: z.uuid(),
  itemIds,
  causeId: z.uuid("Choose the cause."),
  responsible: z.enum(RESPONSIBLE, "Say who is responsible."),
  chargePercent: z
    .string()
    .trim()
    .regex(/^(100([.,]0{1,2})?|\d{1,2}([.,]\d{1,2})?)$/, "From 0 to 100 per cent.")
    .transform((text) => text.replace(",", ".")),
  urgency: z.enum(["standard", "rush", "emergency"]),
  impression: z.enum(["digital_scan", "physical"]),
  instructions: words,
  idempotencyKey: z.uuid().optional(),
});

export const declineRemakeSchema = z.strictObject({
  remakeId: z.uuid(),
  words: words.min(1, "Say why: the practice reads it."),
});
