import type { EventContentArg } from "@fullcalendar/core";
import { Lock, Repeat2 } from "lucide-react";
import Link from "next/link";
import type { CalendarEntry } from "@/lib/calendar/queries";
import { TYPE_LABEL } from "@/lib/calendar/vocabulary";
import { cn } from "../ui/cn";

/** What is written into an appointment: when, what, where and with whom; a background says its name alone. */
export function EntryContent({ arg }: { arg: EventContentArg }) {
  const entry = arg.event.extendedProps.entry as CalendarEntry | undefined;
  const inList = arg.view.type === "listWeek";
  if (!entry)
    return <Backdrop title={arg.event.title} href={inList ? arg.event.url : ""} proposed={arg.event.url !== ""} />;
  const inMonth = arg.view.type === "dayGridMonth";
  // Seven days on a phone leave room for a word or two: where it stands says when it is, and its page says the rest.
  const spare = inMonth || arg.view.type === "timeGridWeek" ? "max-sm:hidden" : "";
  const rest = [entry.room, inMonth ? null : entry.people.join(", ")].filter(Boolean).join(" · ");
  const long = Date.parse(entry.endsAt) - Date.parse(entry.startsAt) > 45 * 60_000;
  return (
    <span className={inMonth ? "flex min-w-0 items-baseline gap-1 text-xs" : "flex min-w-0 flex-col"}>
      <span className="flex min-w-0 items-baseline gap-1">
        {!inList && <span className={cn("shrink-0 text-xs tabular-nums", spare)}>{arg.timeText.split(" - ")[0]}</span>}
        {inList && entry.readable ? (
          <Link href={`/calendar/${entry.id}`} className="font-medium hover:underline">
            {entry.title}
          </Link>
        ) : (
          <span
            className={cn(
              "font-medium",
              !inList && (long && !inMonth ? "line-clamp-2" : "truncate"),
              spare && "max-sm:text-2xs max-sm:break-words",
              spare && long && !inMonth && "max-sm:line-clamp-5",
            )}
          >
            {entry.title}
          </span>
        )}
        {entry.repeats && <Repeat2 aria-label="Repeats" className={cn("size-3 shrink-0", spare)} />}
        {!entry.readable && <Lock aria-label="Private" className={cn("size-3 shrink-0", spare)} />}
      </span>
      {(inList || long) && !inMonth && (
        <span className={cn("text-xs text-muted", !inList && "line-clamp-2", spare)}>
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
