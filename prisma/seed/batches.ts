import type { World } from "./world";

const DAY_LOADS = 3;

/**
 * Loads of the machines: on the furnace one that runs with what waits for sintering, and one for each of the last days that is done; a
 * standstill of the wet mill that is over. Comes after the cases and the machines (`seedStock`) are in their tables.
 */
export async function seedBatches(world: World): Promise<void> {
  const { owner, labId, people } = world;
  const now = world.clock.now.toISO();
  const by = people.technicianIds[0] ?? people.byRole.technician;
  const furnace = await idOf(world, "FURN-1");
  const mill = await idOf(world, "MILL-2");
  if (!furnace || !mill || !by) return;

  const running = await owner.query<{ id: string }>(
    `INSERT INTO batches (equipment_id, stage, program, material, status, opened_by_id, started_by_id, created_at, started_at)
     VALUES ($1, 'sintering', 'Zirconia, slow 8 h', NULL, 'running', $2, $2, $3::timestamptz - interval '130 min', $3::timestamptz - interval '2 hours') RETURNING id`,
    [furnace, by, now],
  );
  const loaded = await owner.query(
    `WITH w AS (
       SELECT w.id, greatest(w.queued_at, $3::timestamptz - interval '2 hours') AS started_at FROM workflow_stages w JOIN cases c ON c.id = w.case_id
       WHERE w.lab_id = $4 AND w.stage = 'sintering' AND w.status = 'pending' AND c.status NOT IN ('on_hold', 'cancelled') AND w.queued_at < $3::timestamptz
       ORDER BY w.queued_at LIMIT 6
     ), begun AS (
       UPDATE workflow_stages x SET status = 'in_progress', assigned_to_id = $2, equipment_id = $5, started_at = w.started_at FROM w WHERE x.id = w.id
     ), clock AS (
       INSERT INTO stage_time_entries (workflow_stage_id, user_id, started_at, equipment_id) SELECT id, $2, started_at, $5 FROM w
     )
     INSERT INTO batch_items (batch_id, workflow_stage_id, added_by_id, created_at) SELECT $1, id, $2, $3::timestamptz - interval '125 min' FROM w`,
    [running.rows[0]?.id, by, now, labId, furnace],
  );
  if (loaded.rowCount === 0)
    await owner.query("UPDATE batches SET status = 'cancelled', finished_at = started_at WHERE id = $1", [
      running.rows[0]?.id,
    ]);

  for (let daysAgo = 1; daysAgo <= DAY_LOADS; daysAgo += 1)
    await owner.query(
      `WITH done AS (
         SELECT w.id, w.started_at, w.completed_at FROM workflow_stages w WHERE w.lab_id = $4 AND w.stage = 'sintering' AND w.outcome = 'passed'
           AND w.equipment_id IS NULL AND w.completed_at < $3::timestamptz - make_interval(days => $6) ORDER BY w.completed_at DESC LIMIT 5
       ), made AS (
         UPDATE workflow_stages x SET equipment_id = $1 FROM done WHERE x.id = done.id
       ), load AS (
         INSERT INTO batches (equipment_id, stage, program, status, opened_by_id, started_by_id, finished_by_id, created_at, started_at, finished_at)
         SELECT $1, 'sintering', $5, 'finished', $2, $2, $2, min(started_at), min(started_at), max(completed_at) FROM done HAVING count(*) > 0 RETURNING id, finished_at
       )
       INSERT INTO batch_items (batch_id, workflow_stage_id, added_by_id, left_at, outcome) SELECT load.id, done.id, $2, load.finished_at, 'moved' FROM load, done`,
      [furnace, by, now, labId, daysAgo % 2 === 0 ? "Zirconia, fast 2 h" : "Zirconia, slow 8 h", daysAgo],
    );
  await owner.query(
    `INSERT INTO equipment_downtimes (equipment_id, started_at, ended_at, note, reported_by_id, ended_by_id)
     VALUES ($1, $3::timestamptz - interval '9 days', $3::timestamptz - interval '9 days' + interval '5 hours', 'Coolant pump', $2, $2)`,
    [mill, by, now],
  );
}

async function idOf({ owner, labId }: World, code: string): Promise<string | undefined> {
  const found = await owner.query<{ id: string }>(
    "SELECT id FROM department_equipment WHERE lab_id = $1 AND code = $2",
    [labId, code],
  );
  return found.rows[0]?.id;
}
