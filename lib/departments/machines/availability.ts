import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/** How a machine stood in a month (its first day), in hours the lab was open. Shares are 0 to 1, null where the lab was not open. */
export type Availability = {
  equipmentId: string;
  month: string;
  openHours: number;
  downHours: number;
  faults: number;
  /** The share of the open hours in which it was not down. */
  share: number | null;
  /** Open hours in which it ran per fault; null without a fault. */
  hoursBetweenFailures: number | null;
};

/**
 * The availability of each machine by month, between two days of the lab: open hours less those under any downtime (faults and planned
 * ones, where they overlap once), over open hours; and the mean time between failures: open hours without a fault over the faults that
 * began. From a machine's first day on, up to now (the database's `machine_availability()`).
 */
export async function availability(tx: Transaction, from: string, to: string): Promise<Availability[]> {
  return tx.rows<Availability>(sql`
    SELECT equipment_id AS "equipmentId", month, (open_seconds / 3600.0)::float AS "openHours", (down_seconds / 3600.0)::float AS "downHours", faults,
      ((open_seconds - down_seconds)::float / nullif(open_seconds, 0)) AS share,
      ((open_seconds - fault_seconds)::float / 3600 / nullif(faults, 0)) AS "hoursBetweenFailures"
    FROM machine_availability(${from}::date, ${to}::date) ORDER BY equipment_id, month`);
}

/** The months of one machine as one figure. */
export function overall(months: readonly Availability[]): Omit<Availability, "equipmentId" | "month"> {
  const sum = (of: (month: Availability) => number) => months.reduce((all, month) => all + of(month), 0);
  const openHours = sum((m) => m.openHours);
  const downHours = sum((m) => m.downHours);
  const faults = sum((m) => m.faults);
  const upHours = sum((m) =>
    m.hoursBetweenFailures === null ? m.openHours - m.downHours : m.hoursBetweenFailures * m.faults,
  );
  return {
    openHours,
    downHours,
    faults,
    share: openHours > 0 ? (openHours - downHours) / openHours : null,
    hoursBetweenFailures: faults > 0 ? upHours / faults : null,
  };
}
