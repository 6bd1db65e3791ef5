import { z } from "zod";

const days = {
  closedFrom: z.iso.date("Choose a day."),
  /** Blank for a single day. */
  closedTo: z.union([z.literal(""), z.iso.date("Choose a day.")]),
  name: z.string().trim().min(1, "Say why, such as Holiday.").max(80, "At most 80 characters."),
};
const LONGEST_MS = 365 * 86_400_000;
const inOrder = ({ closedFrom, closedTo }: { closedFrom: string; closedTo: string }) =>
  closedTo === "" || (closedTo >= closedFrom && Date.parse(closedTo) - Date.parse(closedFrom) <= LONGEST_MS);
const ORDER = { path: ["closedTo"], message: "The last day comes after the first, within a year." };

export const ownClosingSchema = z.strictObject(days).refine(inOrder, ORDER);
export const practiceClosingSchema = z.strictObject({ practiceId: z.uuid(), ...days }).refine(inOrder, ORDER);
export const closingIdSchema = z.strictObject({ id: z.uuid() });
