"use client";

import { useRouter } from "next/navigation";

type DayHeadingProps = {
  day: string;
  text: string;
  /** Open cases due on the day. */
  due: number;
  /** Why the lab is shut, if it is. */
  closed?: string;
  inline?: boolean;
};

/**
 * The head of a day: a way to it, how many cases are due, and that the lab is shut. FullCalendar puts it into an `a` of its own (which
 * leads nowhere), so the ways on are buttons.
 */
export function DayHeading({ day, text, due, closed, inline }: DayHeadingProps) {
  const router = useRouter();
  return (
    <span className={inline ? "flex w-full flex-wrap items-baseline gap-x-2" : "flex flex-col items-center"}>
      <button
        type="button"
        className="min-h-6 min-w-6 cursor-pointer hover:underline"
        aria-label={`Open ${text || day} by itself`}
        onClick={() => router.push(`/calendar?view=day&day=${day}`)}
      >
        {text}
      </button>
      {closed && <span className="text-xs font-normal text-warning-text">{closed}</span>}
      {due > 0 && (
        <button
          type="button"
          className="min-h-6 min-w-6 cursor-pointer text-xs font-normal text-muted tabular-nums hover:text-fg hover:underline"
          aria-label={due === 1 ? `1 case due on ${day}` : `${due} cases due on ${day}`}
          onClick={() => router.push(`/cases?status=open&due=${day}`)}
        >
          {due} due
        </button>
      )}
    </span>
  );
}
