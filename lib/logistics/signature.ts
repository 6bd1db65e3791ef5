import { z } from "zod";

/**
 * A signature as it was drawn: the size of the field in CSS pixels and, per stroke, the points x, y, x, y … in whole pixels. Kept as
 * JSON in `stop_proofs.signature` and `shipments.signature`.
 */
export type Signature = { width: number; height: number; strokes: number[][] };

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

/** How far the pen travelled on the paper, in pixels. */
export function inkOf({ strokes }: Signature): number {
  let ink = 0;
  for (const stroke of strokes)
    for (let i = 2; i < stroke.length; i += 2)
      ink += Math.hypot(
        (stroke[i] as number) - (stroke[i - 2] as number),
        (stroke[i + 1] as number) - (stroke[i - 1] as number),
      );
  return ink;
}

/** One SVG path of all strokes, for a viewBox of the signature's size. */
export function pathOf({ strokes }: Signature): string {
  return strokes
    .map((stroke) => {
      const points: string[] = [];
      for (let i = 0; i < stroke.length; i += 2) points.push(`${stroke[i]} ${stroke[i + 1]}`);
      return `M${points.join("L")}${points.length === 1 ? "h.01" : ""}`;
    })
    .join("");
}

/** Reads a kept signature; null when there is none. */
export function readSignature(kept: string | null): Signature | null {
  if (!kept) return null;
  const parsed = signatureSchema.safeParse(JSON.parse(kept));
  return parsed.success ? parsed.data : null;
}
