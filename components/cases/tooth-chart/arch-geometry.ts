import { ARCH_TEETH, type Dentition, type Jaw } from "@/lib/cases/teeth";

/** A tooth's place on the chart: its middle, its turn (degrees clockwise, the cheek side outward) and its size, in chart units. */
export type ToothPlace = { tooth: number; x: number; y: number; turn: number; width: number; depth: number };

/** The chart is 100 units wide; both arches share its height. */
export const CHART_WIDTH = 100;
export const CHART_HEIGHT = 128;

const RADIUS_X = 41;
const RADIUS_Y = 48;
const MIDDLE = 50;
const BASE: Record<Jaw, number> = { upper: 59, lower: 69 };
const SAMPLES = 400;

/** How much of the arch a tooth takes. Front teeth are a little wider than in a mouth, so that a finger can hit them. */
function share(tooth: number, dentition: Dentition): number {
  const place = tooth % 10;
  if (dentition === "primary") return place > 3 ? 9.6 : 7.6;
  if (place > 5) return 9;
  return place > 2 ? 7.4 : 7.2;
}

const point = (jaw: Jaw, angle: number) => ({
  x: MIDDLE + RADIUS_X * Math.cos(angle),
  y: BASE[jaw] + (jaw === "upper" ? -1 : 1) * RADIUS_Y * Math.sin(angle),
});

/** Where the teeth of an arch stand on a half ellipse, from the patient's right to the left. */
export function archPlaces(dentition: Dentition, jaw: Jaw): ToothPlace[] {
  const angles = Array.from({ length: SAMPLES + 1 }, (_, i) => Math.PI * (1 - i / SAMPLES));
  const lengths = [0];
  for (let i = 1; i <= SAMPLES; i++) {
    const a = point(jaw, angles[i - 1] ?? 0);
    const b = point(jaw, angles[i] ?? 0);
    lengths.push((lengths[i - 1] ?? 0) + Math.hypot(b.x - a.x, b.y - a.y));
  }
  const whole = lengths.at(-1) ?? 1;
  const teeth = ARCH_TEETH[dentition][jaw];
  const shares = teeth.map((tooth) => share(tooth, dentition));
  const sum = shares.reduce((total, s) => total + s, 0);
  let passed = 0;
  return teeth.map((tooth, i) => {
    const own = shares[i] ?? 0;
    const at = ((passed + own / 2) / sum) * whole;
    passed += own;
    const angle = angles[lengths.findIndex((length) => length >= at)] ?? 0;
    const { x, y } = point(jaw, angle);
    const outX = Math.cos(angle) / RADIUS_X;
    const outY = ((jaw === "upper" ? -1 : 1) * Math.sin(angle)) / RADIUS_Y;
    const turn = (Math.atan2(outX, -outY) * 180) / Math.PI;
    const round = (value: number) => Math.round(value * 100) / 100;
    return {
      tooth,
      x: round(x),
      y: round(y),
      turn: round(turn),
      width: round((own / sum) * whole * 0.96),
      depth: 11.4,
    };
  });
}
