import { z } from "zod";

const note = z.string().trim().max(300, "At most 300 characters.").optional();

const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `At most ${most} characters.`)
    .transform((text) => text || null);
const day = z.union([z.literal(""), z.iso.date("Choose a day.")]).transform((text) => text || null);

export const machineDownSchema = z.strictObject({
  equipmentId: z.uuid(),
  /** How many minutes ago it stopped. */
  minutesAgo: z.int().min(0).max(720).default(0),
  note,
});
export const machineUpSchema = z.strictObject({ equipmentId: z.uuid() });
export const machineSchema = z.strictObject({
  id: z.uuid().optional(),
  departmentId: z.uuid("Choose the department."),
  name: z.string().trim().min(1, "What is it called?").max(80, "At most 80 characters."),
  code: z
    .string()
    .trim()
    .min(1, "The code on its label.")
    .max(20, "At most 20 characters.")
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, "Letters, digits, dots and dashes only."),
  status: z.enum(["active", "maintenance", "inactive", "decommissioned"]),
  /** What is known of it besides; as it was when not given. Money in the lab's currency. */
  particulars: z
    .strictObject({
      serialNumber: line(80),
      manufacturer: line(80),
      supplier: line(80),
      purchasedOn: day,
      purchasePrice: z
        .string()
        .trim()
        .max(16)
        .transform((written) => written.replaceAll(",", "") || null)
        .refine((plain) => plain === null || /^\d{1,9}(\.\d{1,2})?$/.test(plain), "An amount such as 18500."),
      warrantyUntil: day,
      notes: line(1000),
    })
    .optional(),
});
export const bindMachineSchema = z.strictObject({
  stages: z
    .array(z.strictObject({ id: z.uuid(), version: z.int().min(1).max(2_147_483_647) }))
    .min(1)
    .max(50),
  equipmentId: z.uuid().nullable(),
});

export type MachineDownInput = z.output<typeof machineDownSchema>;
export type MachineUpInput = z.output<typeof machineUpSchema>;
export type MachineInput = z.output<typeof machineSchema>;
export type BindMachineInput = z.output<typeof bindMachineSchema>;
