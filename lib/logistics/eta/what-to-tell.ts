/** What a practice hears of a stop of theirs: it set out, the time has moved, or theirs is the next door. */
export type Tidings = "on_the_way" | "moved" | "next";

/** A stop as it is expected now and as the practice knows it. Times are milliseconds since 1970, null when not known or not told. */
export type Known = { expectedAt: number | null; toldExpectedAt: number | null; toldNext: boolean; isNext: boolean };

/** A time that moves by less is no news. */
const NEWS_MS = 30 * 60_000;

/**
 * What is to be told now of a stop of a route on the road, or null. Each is told once: that it set out when a time is first known, that
 * it is the next door once, and another time each time it moved by more than half an hour from what was said last. The first door
 * hears at the start that it is the first.
 */
export function whatToTell({ expectedAt, toldExpectedAt, toldNext, isNext }: Known): Tidings | null {
  if (expectedAt === null) return null;
  if (toldExpectedAt === null) return "on_the_way";
  if (isNext && !toldNext) return "next";
  return Math.abs(expectedAt - toldExpectedAt) > NEWS_MS ? "moved" : null;
}
