"use client";

import { useEffect, useState } from "react";
import { cn } from "./cn";
import { type DateStyle, dateText, relativeText } from "./date-text";
import { useRegion } from "./region";

type TimeProps = {
  /** ISO 8601 instant, or a bare day `YYYY-MM-DD`. */
  iso: string;
  /** Default: the lab's, from RegionProvider. */
  zone?: string;
  locale?: string;
  className?: string;
};

/** A moment or day in the lab's zone: date (12 Mar 2026), day (Thu 12 Mar), time (14:05), datetime, full. */
export function DateTime({ iso, format = "datetime", zone, locale, className }: TimeProps & { format?: DateStyle }) {
  const region = useRegion();
  const text = dateText(iso, format, locale ?? region.locale, zone ?? region.zone);
  return (
    <time dateTime={iso} className={cn(format !== "full" && "whitespace-nowrap", className)} suppressHydrationWarning>
      {text}
    </time>
  );
}

const TICK_MS = 30_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function onTick(listener: () => void) {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of listeners) each();
  }, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/**
 * "5 minutes ago", kept true while shown, with the exact time as tooltip; a date when more than a week away.
 * The server's text stays through hydration (clocks differ by seconds); one timer serves the whole page.
 */
export function RelativeTime({ iso, zone, locale, className }: TimeProps) {
  const region = useRegion();
  const where = zone ?? region.zone;
  const language = locale ?? region.locale;
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => onTick(() => setNow(Date.now())), []);
  const exact = dateText(iso, "datetime", language, where);
  return (
    <time dateTime={iso} title={exact} className={cn("whitespace-nowrap", className)} suppressHydrationWarning>
      {relativeText(iso, now, language) ?? dateText(iso, "date", language, where)}
    </time>
  );
}
