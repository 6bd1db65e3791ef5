import type { ClientBase } from "pg";
import type { BuiltLab } from "@/lib/testing/build";

/** Lets the story's open work be of the last weeks: cases of every age, some past their ship-by day, some on hold. */
export async function freshenOpenWork(owner: ClientBase, lab: BuiltLab): Promise<void> {
  await owner.query("BEGIN");
  await owner.query("SELECT set_config('app.lab_id', $1, true)", [lab.id]);
  await owner.query(`
    WITH open AS (
      SELECT id, row_number() OVER (ORDER BY number) AS n FROM cases
      WHERE lab_id = app_lab_id() AND status NOT IN ('delivered', 'cancelled') AND deleted_at IS NULL)
    UPDATE cases c SET submitted_at = now() - make_interval(days => (2 * n)::int), ship_by = current_date + 8 - n::int, due_on = current_date + 9 - n::int,
      status = CASE WHEN n % 4 = 0 THEN 'on_hold' ELSE c.status END
    FROM open WHERE c.id = open.id`);
  await owner.query(`
    UPDATE workflow_stages w SET queued_at = c.submitted_at + (now() - c.submitted_at) / 2 FROM cases c
    WHERE c.id = w.case_id AND w.lab_id = app_lab_id() AND w.status <> 'completed'`);
  await owner.query("COMMIT");
}
