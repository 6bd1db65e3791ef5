import { addDays, addWorkingDays, isWorkingDay, type LabCalendar, localNow } from "@/lib/cases/due-date";
import { labCalendar } from "@/lib/cases/lab-days";
import { departmentLoad } from "@/lib/cases/load";
import type { DepartmentLoad } from "@/lib/cases/load-queue";
import { nextHandover, workingDaysFrom } from "@/lib/cases/promise-days";
import { practiceDays } from "@/lib/cases/promise-terms";
import type { Urgency } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { ShortOf } from "@/lib/staff/capacity";
import { FARTHEST, type Finish, forecast } from "./forecast";
import { type OpenWork, openWork } from "./open-work";

/** So many of the cases in danger are listed, the earliest due first. */
export const LISTED = 50;

/** A department that makes a case wait on some days, and what it is short of on them (null: it is only full). */
export type Wait = { departmentId: string; department: string; days: string[]; of: ShortOf | null };
/** A case that will not be finished by its ship-by day as things stand: when it will be, and what it waits for. */
export type Danger = { caseId: string; shipBy: string; finishedOn: string; waits: Wait[] };

type Lab = { calendar: LabCalendar; opensAt: string; rushPassesQueue: boolean; now: Date };

/** What the acting lab's days are reckoned with. */
export async function labOf(tx: Transaction, now: Date): Promise<Lab> {
  const lab = await tx.row<{ opensAt: string; rushPassesQueue: boolean }>(sql`
    SELECT opens_at AS "opensAt", rush_passes_queue AS "rushPassesQueue" FROM labs`);
  return { calendar: await labCalendar(tx), opensAt: "08:00", rushPassesQueue: true, ...lab, now };
}

/**
 * The cases of some open work that will not leave the lab in time with this load and these capacities, the earliest ship-by day first.
 * Today counts with the hours it has left.
 */
export function inDanger({ items, shipBy }: OpenWork, load: readonly DepartmentLoad[], lab: Lab): Danger[] {
  const { calendar, opensAt, rushPassesQueue, now } = lab;
  const { day: today, time } = localNow(now, calendar.timeZone);
  const later = workingDaysFrom(addDays(today, 1), calendar);
  const dayOf = (n: number) => (n <= 0 ? today : later(n - 1));
  const left = isWorkingDay(today, calendar) ? shareLeft(time, opensAt, calendar.closesAt) : 0;
  const departments = new Map(load.map((each) => [each.id, each]));
  const capacityOf = (id: string, n: number) => {
    const usual = departments.get(id)?.capacity;
    if (!usual || usual < 1) return null;
    const units = departments.get(id)?.otherDays[dayOf(n)]?.capacity ?? usual;
    return n === 0 ? Math.floor(units * left) : units;
  };
  const finished = forecast(items, capacityOf, rushPassesQueue);
  const last = new Map<string, Finish>();
  for (const { caseId, itemId } of items) {
    const finish = finished.get(itemId);
    if (finish && shipBy.has(caseId) && finish.day >= (last.get(caseId)?.day ?? 0)) last.set(caseId, finish);
  }
  return [...last]
    .map(([caseId, { day, waits }]) => ({
      caseId,
      shipBy: shipBy.get(caseId) as string,
      finishedOn: dayOf(day),
      waits: waits.flatMap(({ departmentId, from, to }): Wait[] => {
        const department = departments.get(departmentId);
        const days = Array.from({ length: Math.min(to, FARTHEST) - from + 1 }, (_, i) => dayOf(from + i));
        const short = days.map((each) => department?.otherDays[each]?.shortOf).find(Boolean);
        return department ? [{ departmentId, department: department.name, days, of: short ?? null }] : [];
      }),
    }))
    .filter(({ shipBy: by, finishedOn }) => finishedOn > by)
    .toSorted((a, b) => a.shipBy.localeCompare(b.shipBy) || a.caseId.localeCompare(b.caseId));
}

/** The share of the day's open hours that is left at a time (`HH:MM` all three). */
function shareLeft(time: string, opensAt: string, closesAt: string): number {
  const minutes = (of: string) => Number(of.slice(0, 2)) * 60 + Number(of.slice(3, 5));
  const open = minutes(closesAt) - minutes(opensAt);
  return open > 0 ? Math.min(1, Math.max(0, (minutes(closesAt) - minutes(time)) / open)) : 0;
}

/** A case in danger as a list shows it; `couldBeDue` is the first day on which it could be at its practice. */
export type CaseInDanger = Danger & {
  number: string;
  version: number;
  practice: string;
  dentist: string;
  urgency: Urgency;
  dueOn: string;
  couldBeDue: string;
};

/** Cases in danger with what a list shows of them, at most 50; days are the lab's. */
export async function describeDanger(tx: Transaction, dangers: readonly Danger[], lab: Lab): Promise<CaseInDanger[]> {
  const listed = dangers.slice(0, LISTED);
  type Facts = Omit<CaseInDanger, keyof Danger | "couldBeDue"> & {
    id: string;
    practiceId: string;
    transitDays: number;
  };
  const rows = await tx.rows<Facts>(sql`
    SELECT c.id, c.number, c.version, c.practice_id AS "practiceId", p.name AS practice, p.transit_days AS "transitDays", d.full_name AS dentist,
      c.urgency, c.due_on AS "dueOn"
    FROM cases c JOIN practices p ON p.id = c.practice_id JOIN dentist_profiles d ON d.id = c.dentist_id
    WHERE c.id = ANY(${listed.map(({ caseId }) => caseId)}::uuid[])`);
  const days = new Map<string, Awaited<ReturnType<typeof practiceDays>>>();
  for (const { practiceId } of rows)
    if (!days.has(practiceId)) days.set(practiceId, await practiceDays(tx, practiceId));
  return listed.flatMap((danger) => {
    const found = rows.find(({ id }) => id === danger.caseId);
    const practice = found && days.get(found.practiceId);
    if (!practice) return [];
    const { id: _, practiceId: __, transitDays, ...facts } = found;
    const arrives = addWorkingDays(danger.finishedOn, transitDays, lab.calendar);
    return [{ ...danger, ...facts, couldBeDue: nextHandover(arrives, lab.calendar, practice).day }];
  });
}

/**
 * The promises of the acting lab that do not hold any more, as the load and the people and machines of the days ahead stand: the
 * first 50 cases and how many there are. Cases past their ship-by day are late and not among them. `now` is for tests.
 */
export async function promisesInDanger(
  tx: Transaction,
  now = new Date(),
): Promise<{ cases: CaseInDanger[]; total: number }> {
  const lab = await labOf(tx, now);
  const dangers = inDanger(await openWork(tx, lab.calendar, now), await departmentLoad(tx), lab);
  return { cases: await describeDanger(tx, dangers, lab), total: dangers.length };
}
