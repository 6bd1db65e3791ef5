import type { StopStatus } from "./vocabulary";

/** The stop to go to: the one arrived at, else the first still to do, else the first put off. Null when all are done. */
export function nextStop<Stop extends { status: StopStatus }>(stops: readonly Stop[]): Stop | null {
  for (const status of ["arrived", "planned", "skipped"] as const) {
    const stop = stops.find((one) => one.status === status);
    if (stop) return stop;
  }
  return null;
}
