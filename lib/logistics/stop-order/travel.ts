/** A place on the earth, in degrees (WGS 84). */
export type Place = { latitude: number; longitude: number };

const EARTH_KM = 6371;
/** Ways in a town are about a third longer than a bird's, and about 30 km/h with lights and parking (common experience). */
const DETOUR = 1.35;
const KM_PER_MINUTE = 30 / 60;

/** Kilometres between two places as a bird flies (haversine). */
export function kilometres(a: Place, b: Place): number {
  const [latA, latB] = [radians(a.latitude), radians(b.latitude)];
  const half =
    Math.sin((latB - latA) / 2) ** 2 +
    Math.cos(latA) * Math.cos(latB) * Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.sqrt(half));
}

/** Kilometres of driving between two places, estimated from the distance. */
export const estimatedKilometres = (a: Place, b: Place): number => kilometres(a, b) * DETOUR;

/** Minutes of driving from each place to each other, estimated from distance and speed. */
export function travelMinutes(places: readonly Place[]): number[][] {
  return places.map((from) => places.map((to) => estimatedKilometres(from, to) / KM_PER_MINUTE));
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;
