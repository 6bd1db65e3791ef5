"use client";

import { CalendarClock } from "lucide-react";
import { dateText } from "@/components/ui/date-text";
import { useRegion } from "@/components/ui/region";
import { causeWords, sumWords } from "@/lib/cases/due-words";
import type { Promised } from "@/lib/cases/promise-date";

/** The earliest day, what adds up to it, and what else holds it back. */
export function PromiseReason({ promised }: { promised: Promised }) {
  const { locale } = useRegion();
  const causes = causeWords(promised, locale);
  return (
    <div className="flex gap-2.5">
      <CalendarClock aria-hidden className="mt-0.5 size-5 shrink-0 text-accent-text" />
      <div className="min-w-0 text-sm">
        <p role="status">
          Earliest at the practice: <b className="font-semibold">{dateText(promised.dueOn, "day", locale, "UTC")}</b>
        </p>
        <p className="text-xs text-muted">{sumWords(promised)}</p>
        {causes.length > 0 && (
          <ul aria-label="Why not earlier" className="mt-1 flex flex-col gap-0.5 text-xs text-warning-text">
            {causes.map((cause) => (
              <li key={cause}>{cause}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
