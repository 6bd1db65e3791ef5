"use client";

import { dateText } from "../ui/date-text";
import { useRegion } from "../ui/region";

/** Writes a bare day (`YYYY-MM-DD`) in the lab's locale as text, where an element would not fit (options, labels). */
export function useDayText(): (day: string) => string {
  const { locale, zone } = useRegion();
  return (day) => dateText(day, "day", locale, zone);
}
