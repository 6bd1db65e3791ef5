import { z } from "zod";
import { LEAVE_KINDS } from "../vocabulary";

const LONGEST_MS = 365 * 86_400_000;
const asked = {
  kind: z.enum(LEAVE_KINDS, "Choose a kind."),
  fromDay: z.iso.date("Choose a day."),
  /** Blank for a single day. */
  toDay: z.union([z.literal(""), z.iso.date("Choose a day.")]),
  /** Begins at midday of the first day; ends at midday of the last. */
  halfFirst: z.boolean(),
  halfLast: z.boolean(),
  note: z.string().trim().max(500, "At most 500 characters."),
  idempotencyKey: z.uuid(),
};
type Days = { fromDay: string; toDay: string; halfFirst: boolean; halfLast: boolean };
const inOrder = ({ fromDay, toDay }: Days) =>
  toDay === "" || (toDay >= fromDay && Date.parse(toDay) - Date.parse(fromDay) <= LONGEST_MS);
const ORDER = { path: ["toDay"], message: "The last day comes after the first, within a year." };
const hasHalf = ({ fromDay, toDay, halfFirst, halfLast }: Days) =>
  !(halfFirst && halfLast && (toDay === "" || toDay === fromDay));
const HALVES = { path: ["halfLast"], message: "A day from midday until midday is none." };

export const leaveRequestSchema = z.strictObject(asked).refine(inOrder, ORDER).refine(hasHalf, HALVES);
export const leaveRecordSchema = z
  .strictObject({ userId: z.uuid(), ...asked })
  .refine(inOrder, ORDER)
  .refine(hasHalf, HALVES);

export const decisionSchema = z
  .strictObject({
    id: z.uuid(),
    version: z.number().int(),
    approve: z.boolean(),
    answer: z.string().trim().max(500, "At most 500 characters."),
  })
  .refine(({ approve, answer }) => approve || answer !== "", { path: ["answer"], message: "Say why not." });

export const withdrawalSchema = z.strictObject({ id: z.uuid(), version: z.number().int() });
