import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { budgetSchema } from "./schema";

/** A budget per month that holds from a month (its first day) until the next one's; `amount` is a decimal string, null for none. */
export type Budget = { id: string; from: string; amount: string | null; setBy: string | null };

/** The budgets of a department, the latest first; at most 60. */
export const budgetsOf = (tx: Transaction, departmentId: string): Promise<Budget[]> =>
  tx.rows<Budget>(sql`
    SELECT b.id, b.valid_from AS from, b.amount, (SELECT name FROM users WHERE id = b.set_by_id) AS "setBy"
    FROM department_budgets b WHERE b.department_id = ${departmentId} ORDER BY b.valid_from DESC LIMIT 60`);

/**
 * Sets what a department may spend per month from a month on (`amount` null: no budget from then on). What held before that month stays.
 * A second one for the same month replaces it. Refuses with `not_found`.
 */
export async function setBudget(
  { actor, tx }: Context,
  { departmentId, from, amount }: z.output<typeof budgetSchema>,
): Promise<{ id: string }> {
  const found = await tx.row(sql`SELECT 1 FROM departments WHERE id = ${departmentId} FOR UPDATE`);
  if (!found) throw notFound("department");
  const first = `${from}-01`;
  const changed = await tx.row<{ id: string }>(sql`
    UPDATE department_budgets SET amount = ${amount}::numeric, set_by_id = ${actor.userId}
    WHERE department_id = ${departmentId} AND valid_from = ${first}::date RETURNING id`);
  const kept =
    changed ??
    (await tx.row<{ id: string }>(sql`
      INSERT INTO department_budgets (department_id, valid_from, amount) VALUES (${departmentId}, ${first}::date, ${amount}::numeric) RETURNING id`));
  await followBudget(tx, departmentId);
  return kept as { id: string };
}

/** Takes a budget away, so that the one before it holds on; `restoreBudget` brings it back. Refuses with `not_found`. */
export async function removeBudget({ tx }: Context, { id }: { id: string }): Promise<{ id: string }> {
  await tx.includeDeleted();
  await mark(tx, id, true);
  return { id };
}

/** Brings a budget back that was taken away. Refuses with `not_found`, and with `budget_exists` when its month has another by now. */
export async function restoreBudget({ tx }: Context, { id }: { id: string }): Promise<{ id: string }> {
  await tx.includeDeleted();
  await mark(tx, id, false);
  return { id };
}

async function mark(tx: Transaction, id: string, gone: boolean): Promise<void> {
  const found = await tx.row<{ departmentId: string }>(sql`
    UPDATE department_budgets SET deleted_at = CASE WHEN ${gone}::boolean THEN now() END WHERE id = ${id} RETURNING department_id AS "departmentId"`);
  if (!found) throw notFound("budget");
  await followBudget(tx, found.departmentId);
}

/** What is written on the department is the budget of this month in the lab's zone. */
async function followBudget(tx: Transaction, departmentId: string): Promise<void> {
  await tx.execute(sql`
    UPDATE departments d SET monthly_budget = department_budget(d.id, (now() AT TIME ZONE l.time_zone)::date)
    FROM labs l WHERE d.id = ${departmentId} AND l.id = d.lab_id`);
}
