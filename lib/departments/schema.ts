import { z } from "zod";

const text = (most: number) => z.string().trim().max(most, `At most ${most} characters.`);
const optionalId = z
  .union([z.literal(""), z.uuid()])
  .nullable()
  .default(null)
  .transform((id) => id || null);

/** An amount as people write it ("1200", "1,200.50"), read as a decimal string; blank is none. */
export const amount = z
  .string()
  .trim()
  .max(16)
  .transform((written) => written.replaceAll(",", ""))
  .refine((plain) => /^\d{0,9}(\.\d{1,2})?$/.test(plain), "An amount such as 1200 or 1200.50.")
  .transform((plain) => plain || null);

/** A month as the address and a month field say it: `YYYY-MM`. */
export const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, "Choose a month.");

export const departmentSchema = z.strictObject({
  id: z.uuid().optional(),
  name: text(80).min(1, "What is it called?"),
  headId: optionalId,
  /** Units a day; blank for without bound. */
  units: z
    .string()
    .trim()
    .max(5)
    .regex(/^\d{0,5}$/, "A whole number of units.")
    .transform((written) => (written === "" ? null : Number(written)))
    .refine((units) => units === null || units >= 1, "At least one unit; leave it blank for no limit."),
});
export const departmentIdSchema = z.strictObject({ id: z.uuid() });
export const budgetSchema = z.strictObject({ departmentId: z.uuid(), from: month, amount });
export const budgetIdSchema = z.strictObject({ id: z.uuid() });

const KINDS = ["work", "materials", "maintenance"] as const;
/** What a cost is made of. */
export type CostKind = (typeof KINDS)[number];
export const COST_LABEL: Record<CostKind, string> = {
  work: "Work",
  materials: "Materials",
  maintenance: "Maintenance",
};

/** What the address of the departments says: a month, and how many before it. */
export const costsParams = z.object({
  month: month.nullable().catch(null),
  kind: z.enum(KINDS).catch("work"),
});
