import { z } from "zod";
import { MATERIALS, PROCEDURE_TYPES, STAGES } from "@/lib/cases/vocabulary";

/** The stages that may take something from the stock. */
export const BILL_STAGES = STAGES.filter((stage) => stage !== "delivery");
export const BILL_PER = ["unit", "item", "arch"] as const;
export type BillPer = (typeof BILL_PER)[number];
export const BILL_PER_LABEL: Record<BillPer, string> = { unit: "per unit", item: "per item", arch: "per arch" };

const quantity = z
  .string()
  .trim()
  .regex(/^\d{1,6}(\.\d{1,3})?$/, "A number with at most three decimals, such as 0.25.")
  .refine((value) => Number(value) > 0, "More than nothing.");
const amount = { quantity, per: z.enum(BILL_PER), traced: z.boolean() };
const material = z.union([z.literal("").transform(() => null), z.enum(MATERIALS)]).nullable();
/** What is taken: `item:<id>` or `group:<id>`. */
const source = z
  .string()
  .regex(/^(item|group):[0-9a-f-]{36}$/, "Choose what is taken.")
  .transform((value) => {
    const [kind, id] = value.split(":") as ["item" | "group", string];
    return { kind, id };
  });

export const addLineSchema = z.strictObject({
  procedureType: z.enum(PROCEDURE_TYPES),
  stage: z.enum(BILL_STAGES, "Choose the stage."),
  material,
  source,
  ...amount,
});
export const changeLineSchema = z.strictObject({ id: z.uuid(), ...amount });
export const lineSchema = z.strictObject({ id: z.uuid() });

const name = z.string().trim().min(1, "Give it a name.").max(120, "At most 120 characters.");
const unit = z.string().trim().min(1, "Counted in what?").max(40, "At most 40 characters.");
export const addGroupSchema = z.strictObject({ name, unit });
export const changeGroupSchema = z.strictObject({ id: z.uuid(), name, unit });
export const groupSchema = z.strictObject({ id: z.uuid() });
export const addMemberSchema = z.strictObject({
  groupId: z.uuid(),
  itemId: z.uuid("Choose the stock item."),
  /** Blank: it goes with every shade. */
  shade: z
    .string()
    .trim()
    .max(12, "At most 12 characters.")
    .transform((value) => value || null),
});
export const memberSchema = z.strictObject({ id: z.uuid() });

/** What the address of the editor says: whose bill it shows. */
export const billParams = z.object({ procedure: z.enum(PROCEDURE_TYPES).catch("crowns") });

export type AddLineInput = z.output<typeof addLineSchema>;
export type ChangeLineInput = z.output<typeof changeLineSchema>;
export type AddGroupInput = z.output<typeof addGroupSchema>;
export type ChangeGroupInput = z.output<typeof changeGroupSchema>;
export type AddMemberInput = z.output<typeof addMemberSchema>;
export type RowInput = { id: string };
