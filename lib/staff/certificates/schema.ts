import { z } from "zod";

const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `At most ${most} characters.`)
    .transform((text) => text || null);
const day = z.union([z.literal("").transform(() => null), z.iso.date("Choose a day.")]);

const particulars = {
  name: z.string().trim().min(1, "What is it?").max(120, "At most 120 characters."),
  number: words(60),
  issuer: words(120),
  issuedOn: day,
  expiresOn: day,
};
const inOrder = ({ issuedOn, expiresOn }: { issuedOn: string | null; expiresOn: string | null }) =>
  !issuedOn || !expiresOn || expiresOn >= issuedOn;
const ORDER = { path: ["expiresOn"], message: "This is before it was issued." };

/** A new certificate of a person, or (`id`, `version`) a change of one. */
export const certificateSchema = z.strictObject({ userId: z.uuid(), ...particulars }).refine(inOrder, ORDER);
export const certificateChangeSchema = z
  .strictObject({ id: z.uuid(), version: z.number().int(), ...particulars })
  .refine(inOrder, ORDER);
export const certificateIdSchema = z.strictObject({ id: z.uuid() });
