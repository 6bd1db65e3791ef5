import Link from "next/link";

type DayHeadingProps = {
  day: string;
  text: string;
  /** Open cases due on the day. */
  due: number;
  /** Why the lab is shut, if it is. */
  closed?: string;
  inline?: boolean;
};

/** The head of a day: a way to it, how many cases are due, and that the lab is shut. */
export function DayHeading({ day, text, due, closed, inline }: DayHeadingProps) {
  return (
    <span className={inline ? "flex w-full flex-wrap items-baseline gap-x-2" : "flex flex-col items-center"}>
      <Link href={`/calendar?view=day&day=${day}`} className="hover:underline">
        {text}
      </Link>
      {closed && <span className="text-xs font-normal text-warning-text">{closed}</span>}
      {due > 0 && (
        <Link
          href={`/cases?status=open&due=${day}`}
          className="text-xs font-normal text-muted tabular-nums hover:text-fg hover:underline"
        >
          {due} due
        </Link>
      )}
    </span>
  );
}
