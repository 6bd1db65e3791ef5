import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

export type LabHours = {
  workingWeekdays: number[];
  opensAt: string;
  closesAt: string;
  rushPassesQueue: boolean;
  /** ISO instant of the last change, to be sent back with the next. */
  seenAt: string;
};
export type ClosingDay = { id: string; closedOn: string; name: string };
export type DepartmentCapacity = { id: string; name: string; units: number | null };
/** The acting lab's hours, in its own time zone. */
export async function labHours(tx: Transaction): Promise<LabHours> {
  const found = await tx.row<Omit<LabHours, "seenAt"> & { at: Date }>(sql`
    SELECT working_weekdays AS "workingWeekdays", opens_at AS "opensAt", closes_at AS "closesAt", rush_passes_queue AS "rushPassesQueue",
      updated_at AS at FROM labs`);
  if (!found) throw new Error("Nobody's lab.");
  const { at, ...hours } = found;
  return { ...hours, seenAt: at.toISOString() };
}

/** The closing days of the acting lab from `today` on, the next one first; at most 200. */
export const closingDaysFrom = (tx: Transaction, today: string): Promise<ClosingDay[]> =>
  tx.rows<ClosingDay>(sql`
    SELECT id, closed_on AS "closedOn", name FROM lab_closing_days WHERE closed_on >= ${today} ORDER BY closed_on LIMIT 200`);

/** The departments with what each can do in a day, in units. */
export const capacities = (tx: Transaction): Promise<DepartmentCapacity[]> =>
  tx.rows<DepartmentCapacity>(sql`
    SELECT id, name, daily_capacity_units AS units FROM departments WHERE deleted_at IS NULL ORDER BY name, id LIMIT 200`);
