import type { ShortOf } from "@/lib/staff/capacity";
import { addDays, addWorkingDays, isWorkingDay, type LabCalendar, localNow, shipByFor, weekdayOf } from "./due-date";
import { type DepartmentLoad, queuesFor } from "./load-queue";
import {
  isHandoverDay,
  nextHandover,
  type PracticeClosed,
  type PracticeDays,
  practiceClosedOn,
  workingDaysFrom,
} from "./promise-days";
import type { Stage, Urgency } from "./vocabulary";

/** What is to be made, with the stages of its template; `days` are working days in the lab and may have halves. */
export type PromisedItem = {
  name: string;
  units: number;
  /** The working days it takes when rushed. */
  rushDays: number;
  stages: readonly { stage: Stage; days: number; departmentId: string | null }[];
};

export type PromiseRequest = {
  now: Date;
  calendar: LabCalendar;
  practice: PracticeDays;
  transitDays: number;
  items: readonly PromisedItem[];
  urgency: Urgency;
  physicalImpression: boolean;
  load: readonly DepartmentLoad[];
  rushPassesQueue: boolean;
};

/**
 * A stage of an item on the lab's days, both ends included; `fullOn` are the days before it on which its department takes no more,
 * `shortOn` those that made it wait because people or machines are missing.
 */
export type StageSpan = {
  stage: Stage;
  department: string | null;
  from: string;
  to: string;
  fullOn: string[];
  shortOn: { day: string; of: ShortOf }[];
};

export type Promised = {
  /** The lab's day at the instant that was asked for. */
  today: string;
  /** The lab's working day on which the count begins; that day itself does not count. */
  startsOn: string;
  /** Why the count does not begin today. */
  startsLater: "closed_today" | "after_closing" | null;
  /** The item that takes longest: its whole working days without any waiting, and its stages. */
  slowest: { name: string; labDays: number; spans: StageSpan[] } | null;
  impressionDays: number;
  /** Working days added because departments are full. */
  waitDays: number;
  /** The departments that add them, with the days on which each is full, and those on which it is short of people or machines. */
  full: { department: string; days: string[] }[];
  short: { department: string; of: ShortOf; days: string[] }[];
  transitDays: number;
  /** The lab's day on which the last item is finished. */
  finishedOn: string;
  /** The last day it may leave the lab, and the day it is at the practice. */
  shipBy: string;
  dueOn: string;
  /** Closing days up to the due day that fell on a weekday the lab works. */
  labClosed: { closedOn: string; name: string }[];
  /** Days on which it could have come but the practice is shut. */
  practiceClosed: PracticeClosed[];
};

/** Sums of thirds and tenths of days stray by less than this. */
const GRAIN = 1e-6;
const wholeDaysOf = (days: number) => Math.ceil(days - GRAIN);
const startedDays = (days: number) => Math.floor(days + GRAIN);

type Course = { name: string; labDays: number; end: number; spans: StageSpan[] };

/**
 * The earliest day a case can be at the practice, and what makes it that day. Counted from today, or from the next working day when
 * the lab is closed or past its closing hour, each item passes the stages of its template one after the other; where the department
 * of a stage is full on the day the item reaches it, it waits until its units are taken up (`queuesFor`), each day taking as much as
 * the department can on it. Rushed, the stages shrink
 * in proportion to the template's rush days. A physical impression has to be brought first: one day. The slowest item decides; then
 * the practice's transit days follow, and the next day on which the lab delivers and the practice is open. Only the lab's working
 * days count. Stages without days (receiving, delivery) take no place in a department's day.
 */
export function promiseDate(request: PromiseRequest): Promised {
  const { calendar, transitDays, load } = request;
  const { day: today, time } = localNow(request.now, calendar.timeZone);
  const open = isWorkingDay(today, calendar);
  const startsLater = open ? (time >= calendar.closesAt ? "after_closing" : null) : "closed_today";
  const startsOn = startsLater ? addWorkingDays(addDays(today, 1), 0, calendar) : today;
  const workingDay = workingDaysFrom(startsOn, calendar);
  // The queues count from today's next working day, the case from its own start.
  const shift = startsLater ? 1 : 0;
  const join = queuesFor(load, { ...request, startsIn: shift, dayOf: (n) => workingDay(n - shift) });
  const departmentOf = new Map(load.map((department) => [department.id, department]));
  const impressionDays = request.physicalImpression ? 1 : 0;

  const courses = request.items.map((item): Course => {
    const usual = item.stages.reduce((sum, { days }) => sum + days, 0);
    const needed = request.urgency === "standard" ? usual : Math.min(item.rushDays, usual);
    const pace = usual > 0 ? needed / usual : 0;
    let at: number = impressionDays;
    const spans: StageSpan[] = [];
    for (const { stage, days, departmentId } of item.stages) {
      if (days <= 0) continue;
      const reached = startedDays(at) + 1 + shift;
      const { taken, backlogSince } = join(departmentId, reached, item.units);
      if (taken > reached) at = taken - shift - 1;
      const end = at + days * pace;
      const department = departmentId ? departmentOf.get(departmentId) : undefined;
      const until = (from: number) => Array.from({ length: taken - from }, (_, i) => workingDay(from + i - shift));
      spans.push({
        stage,
        department: department?.name ?? null,
        from: workingDay(startedDays(at) + 1),
        to: workingDay(Math.max(wholeDaysOf(end), startedDays(at) + 1)),
        fullOn: until(reached),
        shortOn: taken > reached ? shortDays(department, until(Math.min(backlogSince, reached))) : [],
      });
      at = end;
    }
    return { name: item.name, labDays: wholeDaysOf(needed), end: at, spans };
  });
  const slowest = courses.reduce<Course | null>(
    (slow, course) => (slow && wholeDaysOf(slow.end) >= wholeDaysOf(course.end) ? slow : course),
    null,
  );
  const inLab = slowest ? wholeDaysOf(slowest.end) : impressionDays;
  const waitDays = slowest ? inLab - slowest.labDays - impressionDays : 0;
  const finishedOn = workingDay(inLab);
  const arrives = addWorkingDays(finishedOn, transitDays, calendar);
  const { day: dueOn, passed } = nextHandover(arrives, calendar, request.practice);
  return {
    today,
    startsOn,
    startsLater,
    slowest: slowest && { name: slowest.name, labDays: slowest.labDays, spans: slowest.spans },
    impressionDays,
    waitDays,
    ...waitsOf(waitDays > 0 ? (slowest?.spans ?? []) : []),
    transitDays,
    finishedOn,
    shipBy: shipByFor(dueOn, transitDays, calendar),
    dueOn,
    labClosed: calendar.closingDays.filter(
      ({ closedOn }) =>
        closedOn >= today && closedOn <= dueOn && calendar.workingWeekdays.includes(weekdayOf(closedOn)),
    ),
    practiceClosed: passed,
  };
}

const shortDays = (department: DepartmentLoad | undefined, days: readonly string[]): StageSpan["shortOn"] =>
  days.flatMap((day) => {
    const other = department?.otherDays[day];
    return other ? [{ day, of: other.shortOf }] : [];
  });

type OnDay = { department: string; of: ShortOf | null; day: string };

/** The days on which departments made it wait, by department and, where they are short of something, by what. */
function waitsOf(spans: readonly StageSpan[]): Pick<Promised, "full" | "short"> {
  const waits = new Map<string, OnDay[]>();
  for (const { department, fullOn, shortOn } of spans) {
    if (!department) continue;
    const short = new Map(shortOn.map(({ day, of }) => [day, of]));
    for (const day of new Set([...short.keys(), ...fullOn])) {
      const of = short.get(day) ?? null;
      const key = `${of} ${department}`;
      waits.set(key, [...(waits.get(key) ?? []), { department, of, day }]);
    }
  }
  const full: Promised["full"] = [];
  const short: Promised["short"] = [];
  for (const on of waits.values()) {
    const { department, of } = on[0] as OnDay;
    const days = [...new Set(on.map(({ day }) => day))].sort();
    if (of) short.push({ department, of, days });
    else full.push({ department, days });
  }
  return { full, short };
}

export type WantedDayRefusal = "past" | "too_early" | "too_far" | "closed" | "practice_closed";

/**
 * Why a wanted day cannot be: it is past, earlier than possible, over a year away, or the lab does not deliver or the practice is
 * shut on it. Null when it can.
 */
export function refusalOfWantedDay(
  wantedOn: string,
  { dueOn, today }: Pick<Promised, "dueOn" | "today">,
  calendar: LabCalendar,
  practice: PracticeDays,
): WantedDayRefusal | null {
  if (wantedOn < today) return "past";
  if (wantedOn < dueOn) return "too_early";
  if (wantedOn > addDays(today, 366)) return "too_far";
  if (isHandoverDay(wantedOn, calendar, practice)) return null;
  return isWorkingDay(wantedOn, calendar) && practiceClosedOn(wantedOn, practice) ? "practice_closed" : "closed";
}
