/**
 * A signature as it was drawn: the size of the field in CSS pixels and, per stroke, the points x, y, x, y … in whole pixels. Kept as
 * JSON in `stop_proofs.signature` and `shipments.signature`.
 */
export type Signature = { width: number; height: number; strokes: number[][] };

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
