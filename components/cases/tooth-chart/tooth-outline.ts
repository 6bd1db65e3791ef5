import { dentitionOf } from "@/lib/cases/teeth";

const INCISOR = "M10 34 Q50 2 90 34 L82 70 Q50 98 18 70 Z";
const CANINE = "M50 3 Q88 18 90 50 Q84 84 50 97 Q16 84 10 50 Q12 18 50 3 Z";
const PREMOLAR = "M50 4 Q92 6 93 44 Q94 94 50 96 Q6 94 7 44 Q8 6 50 4 Z";
const MOLAR = "M26 5 Q50 11 74 5 Q98 10 96 50 Q98 88 76 95 Q50 90 24 95 Q2 88 4 50 Q2 10 26 5 Z";

/** A tooth seen from its biting side in a box of 100 × 100, the cheek side up, as an SVG path. */
export function toothOutline(tooth: number): string {
  const place = tooth % 10;
  if (place <= 2) return INCISOR;
  if (place === 3) return CANINE;
  if (dentitionOf(tooth) === "primary" || place > 5) return MOLAR;
  return PREMOLAR;
}
