import { addDays, isWorkingDay } from "@/lib/cases/due-date";
import type { Promised } from "@/lib/cases/promise-date";
import { practiceClosedOn } from "@/lib/cases/promise-days";
import type { PromiseTerms } from "@/lib/cases/promise-terms";
import { STAGE_LABEL } from "@/lib/cases/vocabulary";

export type StripDay = { day: string; closed: "lab" | "practice" | null };
/** A row of the picture: a bar from one column to another (1-based, both included), and the columns in which it waits, `short` of those for want of people or machines. */
export type StripRow = {
  key: string;
  label: string;
  from: number;
  to: number;
  waits: number[];
  short: number[];
  kind: "stage" | "way";
};

/** Columns and rows of the picture of a promise: the days from the start to the due day, the stages of the slowest item, the way. */
export function stripOf(promised: Promised, terms: PromiseTerms): { days: StripDay[]; rows: StripRow[] } {
  const days: StripDay[] = [];
  for (let day = promised.startsOn; day <= promised.dueOn; day = addDays(day, 1)) {
    const lab = !isWorkingDay(day, terms.calendar);
    const shut = day > promised.finishedOn && practiceClosedOn(day, terms.practice) !== null;
    days.push({ day, closed: lab ? "lab" : shut ? "practice" : null });
  }
  const column = (day: string) => days.findIndex((d) => d.day === day) + 1;
  const rows = (promised.slowest?.spans ?? []).map(
    ({ stage, from, to, fullOn, shortOn }): StripRow => ({
      key: stage,
      label: STAGE_LABEL[stage],
      from: column(from),
      to: column(to),
      waits: fullOn.map(column).filter((c) => c > 0),
      short: shortOn.map(({ day }) => column(day)),
      kind: "stage",
    }),
  );
  if (promised.dueOn > promised.finishedOn) {
    const from = column(promised.finishedOn) + 1;
    rows.push({ key: "way", label: "On the way", from, to: days.length, waits: [], short: [], kind: "way" });
  }
  return { days, rows };
}
