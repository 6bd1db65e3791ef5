import type { Plan } from "@/lib/departments/maintenance/queries";

/** A maintenance that falls due and for which nothing is planned yet, as the calendar proposes it. */
export type Proposal = {
  planId: string;
  name: string;
  machine: string;
  machineName: string;
  /** The day it is drawn on (`YYYY-MM-DD`): the one it falls due, today for what is overdue. */
  day: string;
  overdue: boolean;
  /** It goes by the hours or cycles of the machine; the day is reckoned. */
  reckoned: boolean;
};

type Due = Pick<Plan, "id" | "name" | "machine" | "machineName" | "plannedFrom" | "due">;

/**
 * What the calendar proposes of plans of maintenance between two days (both in it), in order of days: those due by a day that is known,
 * unless the standstill for it is planned already. What is overdue stands on `today`.
 */
export function proposalsOf(
  plans: readonly Due[],
  { first, last, today }: { first: string; last: string; today: string },
): Proposal[] {
  return plans
    .flatMap(({ id, name, machine, machineName, plannedFrom, due }) =>
      due.on === null || plannedFrom !== null
        ? []
        : {
            planId: id,
            name,
            machine,
            machineName,
            day: due.on < today ? today : due.on,
            overdue: due.state === "overdue",
            reckoned: due.reckoned,
          },
    )
    .filter(({ day }) => day >= first && day <= last)
    .toSorted((one, other) => one.day.localeCompare(other.day) || one.machine.localeCompare(other.machine));
}

/** The form of a new appointment, filled in with the service a plan asks for. */
export const planningAddress = ({ planId, day }: Pick<Proposal, "planId" | "day">): string =>
  `/calendar/new?type=equipment_service&plan=${planId}&day=${day}`;
