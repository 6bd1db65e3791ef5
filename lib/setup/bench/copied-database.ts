import pg from "pg";
import { enableAppRole } from "@/lib/db/app-role";
import { migrate } from "@/lib/db/migrate";
import { buildLab } from "@/lib/testing/build";
import { bulkLoad } from "./bulk-load";
import { copiedCases, type Place } from "./copied-cases";
import type { SeededDatabase } from "./seeded-database";

/** A database of one lab with so many cases of five years, copied in, and its report views refreshed. */
export async function copiedDatabase(
  adminUrl: string,
  ownerUrl: string,
  appUrl: string,
  cases: number,
): Promise<SeededDatabase & { superuserUrl: string }> {
  const name = new URL(ownerUrl).pathname;
  const admin = new pg.Client(adminUrl);
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name.slice(1)} OWNER ${new URL(ownerUrl).username}`);
  await admin.end();
  await migrate(ownerUrl);
  await enableAppRole(ownerUrl, appUrl);
  const superuserUrl = Object.assign(new URL(adminUrl), { pathname: name }).href;
  const owner = new pg.Client(ownerUrl);
  const superuser = new pg.Client(superuserUrl);
  await owner.connect();
  await superuser.connect();
  try {
    const lab = await buildLab(owner);
    await bulkLoad(superuser, copiedCases(await placeOf(owner, lab), cases));
    const views = await superuser.query<{ view: string }>(
      "SELECT matviewname AS view FROM pg_matviews WHERE schemaname = 'public' ORDER BY 1",
    );
    for (const { view } of views.rows) await superuser.query(`REFRESH MATERIALIZED VIEW ${view}`);
    await superuser.query("VACUUM ANALYZE");
    return { ownerUrl, appUrl, superuserUrl, actor: lab.actors.manager };
  } finally {
    await owner.end();
    await superuser.end();
  }
}

async function placeOf(owner: pg.Client, lab: Awaited<ReturnType<typeof buildLab>>): Promise<Place> {
  await owner.query("SELECT set_config('app.lab_id', $1, false)", [lab.id]);
  const idsOf = async (text: string) => (await owner.query<{ id: string }>(text)).rows.map(({ id }) => id);
  const [templateId] = await idsOf(
    "SELECT id FROM workflow_templates WHERE lab_id = app_lab_id() AND procedure_type = 'crowns' AND material IS NULL",
  );
  return {
    labId: lab.id,
    dentistId: lab.dentistId,
    userId: String(lab.actors.technician.userId),
    templateId: templateId as string,
    departmentIds: await idsOf("SELECT id FROM departments WHERE lab_id = app_lab_id() ORDER BY key"),
    stockIds: await idsOf(
      "INSERT INTO inventory_items (sku, name, category, unit, unit_cost) SELECT 'B' || n, 'Bench item ' || n, 'materials', 'disc', 12.5 FROM generate_series(1, 200) n RETURNING id",
    ),
  };
}
