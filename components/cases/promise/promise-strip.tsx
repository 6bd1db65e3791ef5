"use client";

import { cn } from "@/components/ui/cn";
import { useRegion } from "@/components/ui/region";
import { dayWords } from "@/lib/cases/due-words";
import type { Promised } from "@/lib/cases/promise-date";
import type { PromiseTerms } from "@/lib/cases/promise-terms";
import { stripOf } from "./strip-days";

/** The same promise as a picture: a column per day, a bar per stage, shut days shaded, days of waiting marked "full" or "short". */
export function PromiseStrip({ promised, terms }: { promised: Promised; terms: PromiseTerms }) {
  const { locale } = useRegion();
  const { days, rows } = stripOf(promised, terms);
  if (rows.length === 0) return null;
  const grid = { gridTemplateColumns: `7rem repeat(${days.length}, minmax(1.75rem, 1fr))` };
  const part = (day: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
  return (
    <div
      role="img"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a picture wider than a phone is scrolled with the keyboard too
      tabIndex={0}
      aria-label={altText(promised, rows, locale)}
      className="overflow-x-auto rounded-md border bg-surface"
    >
      <div aria-hidden className="min-w-max text-2xs">
        <div className="grid border-b" style={grid}>
          <span className="sticky left-0 z-10 bg-surface" />
          {days.map(({ day, closed }) => (
            <span
              key={day}
              className={cn(
                "flex flex-col items-center py-1 leading-tight tabular-nums",
                closed ? "bg-sunken text-muted" : "text-fg",
                day === promised.dueOn && "bg-accent font-semibold text-accent-fg",
              )}
            >
              <span>{part(day, { weekday: "narrow" })}</span>
              <span>{part(day, { day: "numeric" })}</span>
            </span>
          ))}
        </div>
        {rows.map((row) => (
          <div key={row.key} className="grid h-6 items-stretch" style={grid}>
            <span className="sticky left-0 z-10 flex items-center truncate border-r bg-surface px-2 text-xs text-muted">
              {row.label}
            </span>
            {days.map(({ day, closed }, index) => {
              const column = index + 1;
              const on = column >= row.from && column <= row.to && (!closed || row.kind === "way");
              return (
                <span key={day} className={cn("flex items-center py-1", closed && "bg-sunken")}>
                  {row.waits.includes(column) ? (
                    <span className="grid h-full w-full place-items-center border-y border-warning-line bg-warning-bg text-warning-text">
                      {row.short.includes(column) ? "short" : "full"}
                    </span>
                  ) : (
                    on && (
                      <span
                        className={cn(
                          "h-full w-full",
                          row.kind === "way" ? "border-y border-accent-line bg-accent-soft" : "bg-accent-line",
                          column === row.from && "rounded-l-sm",
                          column === row.to && "rounded-r-sm",
                        )}
                      />
                    )
                  )}
                </span>
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}

const altText = (promised: Promised, rows: { label: string }[], locale: string) =>
  [
    ...(promised.slowest?.spans ?? []).map(
      (span, i) =>
        `${rows[i]?.label}: ${dayWords(span.from, locale)}${span.to === span.from ? "" : ` to ${dayWords(span.to, locale)}`}`,
    ),
    `at the practice: ${dayWords(promised.dueOn, locale)}`,
  ].join("; ");
