import type { EventContentArg } from "@fullcalendar/core";
import { Lock, Repeat2 } from "lucide-react";
import Link from "next/link";
import type { CalendarEntry } from "@/lib/calendar/queries";
import { TYPE_LABEL } from "@/lib/calendar/vocabulary";

/** What is written into an appointment: when, what, where and with whom; a background says its name alone. */
export function EntryContent({ arg }: { arg: EventContentArg }) {
  const entry = arg.event.extendedProps.entry as CalendarEntry | undefined;
  const inList = arg.view.type === "listWeek";
  if (!entry)
    return <Backdrop title={arg.event.title} href={inList ? arg.event.url : ""} proposed={arg.event.url !== ""} />;
  const inMonth = arg.view.type === "dayGridMonth";
  const rest = [entry.room, inMonth ? null : entry.people.join(", ")].filter(Boolean).join(" · ");
  const long = Date.parse(entry.endsAt) - Date.parse(entry.startsAt) > 45 * 60_000;
  return (
    <span className={inMonth ? "flex min-w-0 items-baseline gap-1 text-xs" : "flex min-w-0 flex-col"}>
      <span className="flex min-w-0 items-baseline gap-1">
        {!inList && <span className="shrink-0 text-xs tabular-nums">{arg.timeText.split(" - ")[0]}</span>}
        {inList && entry.readable ? (
          <Link href={`/calendar/${entry.id}`} className="font-medium hover:underline">
            {entry.title}
          </Link>
        ) : (
          <span
            className={inList ? "font-medium" : long && !inMonth ? "line-clamp-2 font-medium" : "truncate font-medium"}
          >
            {entry.title}
          </span>
        )}
        {entry.repeats && <Repeat2 aria-label="Repeats" className="size-3 shrink-0" />}
        {!entry.readable && <Lock aria-label="Private" className="size-3 shrink-0" />}
      </span>
      {(inList || long) && !inMonth && (
        <span className={inList ? "text-xs text-muted" : "line-clamp-2 text-xs text-muted"}>
          {[entry.type && TYPE_LABEL[entry.type], rest].filter(Boolean).join(" · ")}
        </span>
      )}
    </span>
  );
}

function Backdrop({ title, href, proposed }: { title: string; href: string; proposed: boolean }) {
  if (href)
    return (
      <>
        {title}{" "}
        <Link href={href} className="font-medium whitespace-nowrap underline">
          Make it an appointment
        </Link>
      </>
    );
  return (
    <span
      className={proposed ? "block truncate text-xs" : "block truncate text-xs text-muted"}
      title={proposed ? title : undefined}
    >
      {title}
    </span>
  );
}
