import pg from "pg";
import type { Actor } from "@/lib/access/actor";
import { enableAppRole } from "@/lib/db/app-role";
import { migrate } from "@/lib/db/migrate";
import { buildLab } from "@/lib/testing/build";
import { seedWords } from "./seeded-words";

export type SeededDatabase = { ownerUrl: string; appUrl: string; actor: Actor };

/**
 * Makes a database of so many cases of one lab, and a tenth of them of another, with their items, teeth and stages: two years of
 * work, of which the last three weeks are still open. Written by the server itself, since it is about size and not about how.
 */
export async function seededDatabase(
  adminUrl: string,
  ownerUrl: string,
  appUrl: string,
  cases: number,
): Promise<SeededDatabase> {
  const admin = new pg.Client(adminUrl);
  await admin.connect();
  await admin.query(`CREATE DATABASE ${new URL(ownerUrl).pathname.slice(1)} OWNER ${new URL(ownerUrl).username}`);
  await admin.end();
  await migrate(ownerUrl);
  await enableAppRole(ownerUrl, appUrl);
  const owner = new pg.Client(ownerUrl);
  await owner.connect();
  try {
    const own = await buildLab(owner);
    const other = await buildLab(owner);
    for (const [lab, count] of [
      [other, cases / 10],
      [own, cases],
    ] as const) {
      await owner.query("SELECT set_config('app.lab_id', $1, false)", [lab.id]);
      await seedCases(owner, lab.dentistId, String(lab.actors.dentist.userId), count);
    }
    await seedWords(owner, [String(own.actors.manager.userId), String(own.actors.staff.userId)]);
    await owner.query("VACUUM ANALYZE");
    return { ownerUrl, appUrl, actor: own.actors.manager };
  } finally {
    await owner.end();
  }
}

/** Writes so many cases of a dentist, sent in by a person, into the lab of `app.lab_id`. */
export async function seedCases(owner: pg.ClientBase, dentistId: string, userId: string, count: number): Promise<void> {
  const audit = (verb: string) =>
    owner.query(
      ["cases", "case_items", "workflow_stages", "patients", "case_item_teeth"]
        .map((table) => `ALTER TABLE ${table} ${verb} TRIGGER audit`)
        .join(";"),
    );
  await audit("DISABLE");
  await owner.query(SEED, [dentistId, userId, count]);
  await audit("ENABLE");
}

const SEED = `
  WITH opened AS (
    INSERT INTO practices (code, name, address_line1, postcode) SELECT 'B' || n, 'Bench practice ' || n, n || ' High Street', 'G' || n || ' 1AA'
    FROM generate_series(1, 40) n RETURNING id
  ), site AS (SELECT id, row_number() OVER () AS n FROM opened),
  template AS (SELECT id FROM workflow_templates WHERE lab_id = app_lab_id() AND procedure_type = 'crowns' AND material IS NULL),
  wanted AS (
    SELECT k, (SELECT id FROM site WHERE site.n = 1 + k % 40) AS practice_id, now() - make_interval(mins => ((($3 - k)::bigint * 1051200) / $3)::int) AS at, k > $3 * 0.97 AS open
    FROM generate_series(1, $3) k
  ), person AS (
    INSERT INTO patients (practice_id, reference) SELECT practice_id, 'P-' || k FROM wanted RETURNING id, practice_id, reference
  ), entered AS (
    INSERT INTO cases (number, practice_id, dentist_id, patient_id, status, urgency, due_on, ship_by, submitted_at, submitted_by_id, received_at, delivered_at, created_at)
    SELECT 'C-' || extract(year FROM at) || '-' || lpad(k::text, 6, '0'), w.practice_id, $1, p.id, CASE WHEN open THEN 'designing' ELSE 'delivered' END,
      CASE WHEN k % 9 = 0 THEN 'rush' ELSE 'standard' END, at::date + 8, at::date + 7, at, $2, at + interval '2 hours', CASE WHEN NOT open THEN at + interval '6 days' END, at
    FROM wanted w JOIN person p ON p.reference = 'P-' || k RETURNING id, created_at, status
  ), made AS (
    INSERT INTO case_items (case_id, template_id, position, procedure_type, material, shade, units, status, stage, finished_at, delivered_at)
    SELECT e.id, t.id, 1, 'crowns', 'zirconia_full', 'A2', 1, CASE WHEN status = 'delivered' THEN 'delivered' ELSE 'in_production' END,
      CASE WHEN status = 'delivered' THEN 'delivery' ELSE 'design' END, CASE WHEN status = 'delivered' THEN created_at + interval '5 days' END,
      CASE WHEN status = 'delivered' THEN created_at + interval '6 days' END FROM entered e, template t RETURNING id, case_id, status, finished_at
  ), tooth AS (INSERT INTO case_item_teeth (item_id, tooth) SELECT id, 14 FROM made)
  INSERT INTO workflow_stages (case_id, item_id, stage, status, assigned_to_id, queued_at, started_at, completed_at, completed_by_id, outcome)
  SELECT case_id, id, CASE WHEN status = 'delivered' THEN 'delivery' ELSE 'design' END, CASE WHEN status = 'delivered' THEN 'completed' ELSE 'pending' END, NULL,
    coalesce(finished_at, now() - interval '1 day'), finished_at, finished_at, CASE WHEN finished_at IS NOT NULL THEN $2 END, CASE WHEN status = 'delivered' THEN 'passed' END FROM made`;
