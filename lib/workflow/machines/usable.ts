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

/** Locks a machine for use. Refuses with `machine_down` one that cannot be used now. */
export async function lockUsable(tx: Transaction, id: string): Promise<LockedMachine> {
  const machine = await lockMachine(tx, id, "share");
  if (machine.status !== "active")
    throw conflict(
      "machine_down",
      `${machine.name} (${machine.code}) cannot be used: ${MACHINE_STATUS_LABEL[machine.status].toLowerCase()}.`,
    );
  return machine;
}
