import type { Context } from "@/lib/access/action";
import { conflict, invalid } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { announce } from "@/lib/outbox/outbox";
import type { MachineInput } from "./schema";
import { lockMachine } from "./usable";

/**
 * Adds a machine to a department, or changes one (`id`). Refuses at `code` one that another machine has, with `machine_running` to take
 * one out of use while a load runs on it. One that is reported down stays so until it is reported up.
 */
export async function saveMachine({ tx }: Context, input: MachineInput): Promise<{ id: string }> {
  const { id, departmentId, name, code, status, particulars } = input;
  const taken = await tx.row(sql`
    SELECT 1 FROM department_equipment WHERE upper(code) = upper(${code}::text) AND id IS DISTINCT FROM ${id ?? null}::uuid`);
  if (taken) throw invalid("code", "Another machine has this code.");
  await announce(tx, ["queue"]);
  if (!id) {
    const added = await tx.row<{ id: string }>(sql`
      INSERT INTO department_equipment (department_id, name, code, status) VALUES (${departmentId}, ${name}, ${code}, ${status}) RETURNING id`);
    if (particulars) await keepParticulars(tx, (added as { id: string }).id, particulars);
    return added as { id: string };
  }
  const machine = await lockMachine(tx, id, "update");
  const running = await tx.row(sql`SELECT 1 FROM batches WHERE equipment_id = ${id} AND status = 'running'`);
  if (running && status !== "active")
    throw conflict("machine_running", `A load runs on ${machine.code}. Finish it first.`);
  const keeps = machine.status === "broken";
  await tx.execute(sql`
    UPDATE department_equipment SET department_id = ${departmentId}, name = ${name}, code = ${code},
      status = CASE WHEN ${keeps}::boolean THEN status ELSE ${status}::text END WHERE id = ${id}`);
  if (particulars) await keepParticulars(tx, id, particulars);
  return { id };
}

async function keepParticulars(tx: Transaction, id: string, known: NonNullable<MachineInput["particulars"]>) {
  await tx.execute(sql`
    UPDATE department_equipment SET serial_number = ${known.serialNumber}, manufacturer = ${known.manufacturer}, supplier = ${known.supplier},
      purchased_on = ${known.purchasedOn}::date, purchase_price = ${known.purchasePrice}::numeric, warranty_until = ${known.warrantyUntil}::date,
      notes = ${known.notes}
    WHERE id = ${id}`);
}
