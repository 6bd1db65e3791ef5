"use client";

import type { DateSelectArg, DayCellContentArg, DayHeaderContentArg, EventInput } from "@fullcalendar/core";
import dayGrid from "@fullcalendar/daygrid";
import interaction from "@fullcalendar/interaction";
import list from "@fullcalendar/list";
import luxon from "@fullcalendar/luxon3";
import FullCalendar from "@fullcalendar/react";
import timeGrid from "@fullcalendar/timegrid";
import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { dayAfter } from "@/lib/calendar/lab-time";
import { type Proposal, planningAddress } from "@/lib/calendar/maintenance-due";
import type { Backdrop, CalendarEntry } from "@/lib/calendar/queries";
import type { View } from "@/lib/calendar/vocabulary";
import { dateText } from "../ui/date-text";
import { useRegion } from "../ui/region";
import "./calendar.css";
import { DayHeading } from "./day-heading";
import { EntryContent } from "./entry-content";
import { useMove } from "./use-move";

export type LabHoursShown = { workingWeekdays: number[]; opensAt: string; closesAt: string };
export type DrawingProps = {
  view: View;
  day: string;
  entries: CalendarEntry[];
  backdrop: Backdrop;
  proposals: readonly Proposal[];
  hours: LabHoursShown;
};

const DRAWN: Record<View, string> = {
  day: "timeGridDay",
  week: "timeGridWeek",
  month: "dayGridMonth",
  agenda: "listWeek",
};

/** The calendar as it is drawn: appointments to open, move and stretch, and spans to select for a new one. */
export function CalendarDrawing({ view, day, entries, backdrop, proposals, hours }: DrawingProps) {
  const router = useRouter();
  const { zone, locale } = useRegion();
  const move = useMove();
  const events = useMemo(
    () => [...entries.map(entryInput), ...backdropInputs(backdrop, view), ...proposals.map(proposalInput)],
    [entries, backdrop, proposals, view],
  );
  const [min, max] = bounds(entries, hours, zone);
  const select = ({ startStr, endStr, allDay }: DateSelectArg) => {
    const [from, to] = allDay ? ["", ""] : [startStr.slice(11, 16), endStr.slice(11, 16)];
    const query = new URLSearchParams({ day: startStr.slice(0, 10), ...(from && { from, to }) });
    router.push(`/calendar/new?${query}`);
  };
  const heading = (arg: DayHeaderContentArg | DayCellContentArg, text: string) => {
    const date = isoDay(arg.date);
    return (
      <DayHeading
        day={date}
        text={view === "agenda" ? dateText(date, "day", locale, "UTC") : text}
        due={backdrop.due.find((one) => one.day === date)?.count ?? 0}
        closed={backdrop.closings.find((one) => one.day === date)?.name}
        inline={view !== "week"}
      />
    );
  };
  return (
    <div className="casepan-calendar" data-view={view}>
      <FullCalendar
        key={`${view} ${day}`}
        plugins={[dayGrid, timeGrid, list, interaction, luxon]}
        initialView={DRAWN[view]}
        initialDate={day}
        headerToolbar={false}
        height="auto"
        timeZone={zone}
        locale={locale}
        firstDay={1}
        nowIndicator
        businessHours={{
          daysOfWeek: hours.workingWeekdays.map((weekday) => weekday % 7),
          startTime: hours.opensAt,
          endTime: hours.closesAt,
        }}
        slotMinTime={min}
        slotMaxTime={max}
        slotDuration="00:30:00"
        snapDuration="00:15:00"
        slotLabelFormat={{ hour: "2-digit", minute: "2-digit" }}
        eventTimeFormat={{ hour: "2-digit", minute: "2-digit" }}
        dayHeaderFormat={view === "month" ? { weekday: "short" } : { weekday: "short", day: "numeric" }}
        fixedWeekCount={false}
        dayMaxEvents={4}
        allDaySlot={backdrop.away.length + proposals.length > 0}
        allDayText="all day"
        noEventsText="Nothing planned in this week"
        events={events}
        eventContent={(arg) => <EntryContent arg={arg} />}
        dayHeaderContent={(arg) => (view === "month" ? arg.text : heading(arg, arg.text))}
        dayCellContent={(arg) => (view === "month" ? heading(arg, arg.dayNumberText) : undefined)}
        selectable={view !== "agenda"}
        selectMirror
        selectLongPressDelay={400}
        select={select}
        eventAllow={(span) => !span.allDay}
        eventClick={({ event, jsEvent }) => {
          if (!event.url) return;
          jsEvent.preventDefault();
          router.push(event.url);
        }}
        eventDrop={move}
        eventResize={move}
      />
    </div>
  );
}

/** FullCalendar's dates of a named zone carry its clock as if it were UTC. */
const isoDay = (date: Date): string => date.toISOString().slice(0, 10);

function entryInput(entry: CalendarEntry): EventInput {
  const { id, readable, title, type, startsAt, endsAt, editable, answer, invited } = entry;
  return {
    id,
    title,
    start: startsAt,
    end: endsAt,
    editable,
    ...(readable && { url: `/calendar/${id}` }),
    classNames: [
      type ? `entry-${type}` : "entry-busy",
      ...(invited && !answer ? ["entry-unanswered"] : []),
      ...(answer === "no" ? ["entry-declined"] : []),
    ],
    extendedProps: { entry },
  };
}

function proposalInput(proposal: Proposal): EventInput {
  return {
    start: proposal.day,
    allDay: true,
    editable: false,
    title: `To plan: ${proposal.name}, ${proposal.machine}`,
    url: planningAddress(proposal),
    classNames: ["entry-proposal"],
  };
}

function backdropInputs({ closings, away }: Backdrop, view: View): EventInput[] {
  const shut = closings.flatMap(({ day, name }): EventInput[] => [
    { start: day, allDay: true, display: "background", title: name },
    ...(view === "month"
      ? []
      : [{ start: `${day}T00:00:00`, end: `${dayAfter(day)}T00:00:00`, display: "background", title: name }]),
  ]);
  const gone = away.map(({ name, from, to }) => ({
    start: from,
    end: dayAfter(to),
    allDay: true,
    editable: false,
    title: `${name} away`,
    classNames: ["entry-away"],
  }));
  return view === "agenda" ? gone : [...shut, ...gone];
}

/** The hours drawn: the lab's with one more on either side, and those of whatever lies outside of them. */
function bounds(entries: readonly CalendarEntry[], hours: LabHoursShown, zone: string): [string, string] {
  const format = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hour12: false, timeZone: zone });
  const hour = (iso: string) => Number(format.format(new Date(iso))) % 24;
  const [opens, closes] = [Number(hours.opensAt.slice(0, 2)), Math.ceil(Number(hours.closesAt.slice(0, 2)) + 0.5)];
  const min = Math.min(Math.max(opens - 1, 0), ...entries.map(({ startsAt }) => hour(startsAt)));
  const max = Math.max(Math.min(closes + 1, 24), ...entries.map(({ endsAt }) => hour(endsAt) + 1));
  const text = (n: number) => `${String(n).padStart(2, "0")}:00:00`;
  return [text(min), text(max)];
}
