import { type OpeningHours, type Span, weekdayOf } from "@/lib/practices/opening-hours";
import type { Window } from "../stop-order/journey";
import { minuteOf } from "./clock";

/**
 * When a stop may begin on a lab day (`YYYY-MM-DD`), in minutes of the day: the practice's opening hours with their pauses, as far as they
 * lie within the stop's own window (`HH:MM`); that window whole where they do not meet. None when no window is known.
 */
export function windowsOf(hours: OpeningHours | null, day: string, window: Span | null): Window[] {
  if (!window) return [];
  const [from, to] = [minuteOf(window[0]), minuteOf(window[1])];
  const open = (hours?.[weekdayOf(day)] ?? [])
    .map(([opens, closes]) => [Math.max(minuteOf(opens), from), Math.min(minuteOf(closes), to)] as const)
    .filter(([opens, closes]) => opens < closes);
  return open.length > 0 ? open : [[from, to]];
}
