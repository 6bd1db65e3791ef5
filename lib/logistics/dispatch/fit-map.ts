import type { Place } from "../stop-order/travel";

/** A drawing of places to scale, north up. `at` answers drawing units; `scale` is a bar of a round length. */
export type FittedMap = {
  height: number;
  at: (place: Place) => { x: number; y: number };
  scale: { km: number; length: number };
};

const KM_PER_DEGREE = 111.2;
const LEAST_DEGREES = 0.02;
const ROUND_KM = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500];

/**
 * Fits places into a drawing `width` wide and at most `most` high inside a margin, a degree of longitude as wide as it is at their
 * latitude (equirectangular, which is true to a lab's rounds). Few places close together are not blown up beyond about two kilometres.
 */
export function fitMap(
  places: readonly Place[],
  { width, most, margin }: { width: number; most: number; margin: number },
): FittedMap {
  const latitudes = places.map((place) => place.latitude);
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const easts = places.map((place) => place.longitude * narrow);
  const [west, east] = [Math.min(...easts), Math.max(...easts)];
  const [wide, high] = [Math.max(east - west, LEAST_DEGREES), Math.max(north - south, LEAST_DEGREES / 2)];
  const unitsPerDegree = Math.min((width - 2 * margin) / wide, (most - 2 * margin) / high);
  const height = Math.round(high * unitsPerDegree + 2 * margin);
  const [left, top] = [(width - (east - west) * unitsPerDegree) / 2, (height - (north - south) * unitsPerDegree) / 2];
  const unitsPerKm = unitsPerDegree / KM_PER_DEGREE;
  const km = ROUND_KM.findLast((length) => length * unitsPerKm <= width / 4) ?? (ROUND_KM[0] as number);
  return {
    height,
    at: ({ latitude, longitude }) => ({
      x: Math.round(left + (longitude * narrow - west) * unitsPerDegree),
      y: Math.round(top + (north - latitude) * unitsPerDegree),
    }),
    scale: { km, length: Math.round(km * unitsPerKm) },
  };
}

/** Moves marks that would lie on one another aside, in their order: each at least `apart` units from those before it. */
export function spread<Mark extends { x: number; y: number }>(marks: readonly Mark[], apart: number): Mark[] {
  const placed: Mark[] = [];
  for (const mark of marks) {
    let tried = mark;
    for (
      let step = 1;
      placed.some((one) => Math.hypot(one.x - tried.x, one.y - tried.y) < apart) && step <= 60;
      step++
    ) {
      const [ring, turn] = [Math.ceil(step / 8), (step % 8) * (Math.PI / 4)];
      tried = {
        ...mark,
        x: Math.round(mark.x + ring * apart * Math.cos(turn)),
        y: Math.round(mark.y + ring * apart * Math.sin(turn)),
      };
    }
    placed.push(tried);
  }
  return placed;
}
