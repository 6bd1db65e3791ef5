import { conflict, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { MACHINE_STATUS_LABEL, type MachineStatus } from "./status";

export type LockedMachine = { id: string; code: string; name: string; status: MachineStatus };

/** Reads a machine and keeps its state until the transaction ends: `share` for those who use it, `update` for who changes it. */
export async function lockMachine(tx: Transaction, id: string, how: "share" | "update"): Promise<LockedMachine> {
  const columns = sql`SELECT id, code, name, status FROM department_equipment WHERE id = ${id}`;
  const found = await tx.row<LockedMachine>(how === "share" ? sql`${columns} FOR SHARE` : sql`${columns} FOR UPDATE`);
  if (!found) throw notFound("machine");
  return found;
}

/** Locks a machine for use. Refuses with `machine_down` one that cannot be used now, by its status or by a planned downtime that lasts. */
export async function lockUsable(tx: Transaction, id: string): Promise<LockedMachine> {
  const machine = await lockMachine(tx, id, "share");
  if (machine.status !== "active")
    throw conflict(
      "machine_down",
      `${machine.name} (${machine.code}) cannot be used: ${MACHINE_STATUS_LABEL[machine.status].toLowerCase()}.`,
    );
  const planned = await tx.row<{ until: string }>(sql`
    SELECT to_char(t.ended_at AT TIME ZONE l.time_zone, 'DD Mon HH24:MI') AS until FROM equipment_downtimes t JOIN labs l ON l.id = t.lab_id
    WHERE t.equipment_id = ${id} AND t.planned AND t.started_at <= statement_timestamp() AND t.ended_at > statement_timestamp()`);
  if (planned)
    throw conflict(
      "machine_down",
      `${machine.name} (${machine.code}) cannot be used: its planned downtime lasts until ${planned.until}.`,
    );
  return machine;
}
