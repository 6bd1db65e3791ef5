import { z } from "zod";
import { inkOf, type Signature } from "./signature";

const MOST_NUMBERS = 16_000;
/** Less ink than this, in pixels along the line, is a slip of the finger. */
const LEAST_INK = 40;

const side = z.int().min(20).max(4000);
const stroke = z
  .array(z.int().min(-200).max(4200))
  .min(2)
  .max(MOST_NUMBERS)
  .refine((numbers) => numbers.length % 2 === 0, "The signature could not be read. Ask for it again.");

export const signatureSchema = z
  .strictObject(
    { width: side, height: side, strokes: z.array(stroke).max(400) },
    { error: "Ask the receiver to sign." },
  )
  .refine((drawn) => inkOf(drawn) >= LEAST_INK, "Ask the receiver to sign.")
  .refine(
    (drawn) => drawn.strokes.reduce((sum, one) => sum + one.length, 0) <= MOST_NUMBERS,
    "The signature is too long. Clear it and ask for it again.",
  );

/** Reads a kept signature; null when there is none. */
export function readSignature(kept: string | null): Signature | null {
  if (!kept) return null;
  const parsed = signatureSchema.safeParse(JSON.parse(kept));
  return parsed.success ? parsed.data : null;
}
