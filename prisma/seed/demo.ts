import { DateTime } from "luxon";
import pg from "pg";
import { openLab } from "@/lib/labs/open-lab";
import { seedAppointments } from "./appointments";
import { seedBatches } from "./batches";
import { seedCalendar } from "./calendar";
import { seedCases } from "./cases";
import { seedDeliveries } from "./deliveries";
import { seedDepartments } from "./departments";
import { seedDispatch } from "./dispatch";
import { seedFiles } from "./files";
import { seedInvoices } from "./invoices";
import { LabClock } from "./lab-clock";
import { LAB_PLANS, type LabPlan } from "./lab-plans";
import { seedLedger } from "./ledger";
import { seedMaterials } from "./materials";
import { seedMessages } from "./messages";
import { seedMonthEnd } from "./month-end";
import { seedNetwork } from "./network";
import { seedParcels } from "./parcels";
import { seedParticulars } from "./particulars";
import { seedPeople } from "./people";
import { seedNextPrices, seedTaxes } from "./prices";
import { Chance } from "./random";
import { seedOverdue } from "./reminders";
import { seedRota } from "./rota";
import { seedRoutes } from "./routes";
import { Rows } from "./rows";
import { seedStock } from "./stock";
import { seedTrash } from "./trash";
import { closeCounters, type ReasonRow, type Template, type World } from "./world";

/**
 * Fills an empty database (DATABASE_URL, as the owner) with two demonstration labs in two time zones: six weeks of cases in
 * every stage, up to `now`. Each lab is written in one transaction. The story is told in rows and not by the capabilities,
 * since those only know the present.
 */
export async function seedDemo(now: DateTime = DateTime.now()): Promise<void> {
  const owner = new pg.Client(process.env.DATABASE_URL);
  await owner.connect();
  try {
    for (const [index, plan] of LAB_PLANS.entries()) {
      await owner.query("BEGIN");
      await seedLab(owner, plan, new Chance(20 + index), now);
      await owner.query("COMMIT");
    }
    const views = await owner.query<{ name: string }>(
      "SELECT matviewname AS name FROM pg_matviews WHERE schemaname = 'public'",
    );
    for (const { name: view } of views.rows) {
      await owner.query(`REFRESH MATERIALIZED VIEW ${view}`);
      await owner.query("UPDATE report_refreshes SET refreshed_at = now() WHERE view_name = $1", [view]);
    }
    await owner.query("ANALYZE");
  } finally {
    await owner.end();
  }
}

async function seedLab(owner: pg.Client, plan: LabPlan, chance: Chance, now: DateTime): Promise<void> {
  const labId = await openLab(owner, plan.lab);
  const { addressLine1, city, postcode, phone, email, taxId, registration, bank, account, latitude, longitude } =
    plan.lab;
  await owner.query(
    `UPDATE labs SET address_line1 = $2, city = $3, postcode = $4, phone = $5, email = $6, tax_id = $7, registration_number = $8, bank_name = $9,
       bank_account = $10, latitude = $11, longitude = $12 WHERE id = $1`,
    [
      labId,
      addressLine1,
      city,
      postcode,
      phone,
      email,
      taxId,
      registration || null,
      bank,
      account,
      latitude,
      longitude,
    ],
  );
  const world: World = {
    owner,
    labId,
    plan,
    chance,
    clock: new LabClock(plan.lab.timeZone, now),
    rows: new Rows(),
    people: await seedPeople(owner, plan),
    counters: new Map(),
    templates: (
      await owner.query<Template>(
        `SELECT t.id, t.procedure_type AS "procedureType", t.material,
           jsonb_agg(jsonb_build_object('stage', s.stage, 'days', s.days, 'departmentId', s.department_id) ORDER BY s.position) AS stages
         FROM workflow_templates t JOIN workflow_template_stages s ON s.template_id = t.id WHERE t.lab_id = $1 GROUP BY t.id`,
        [labId],
      )
    ).rows,
    reasons: (await owner.query<ReasonRow>("SELECT id, kind, code, label FROM reasons WHERE lab_id = $1", [labId]))
      .rows,
  };
  await seedTaxes(world);
  await seedStock(world);
  const cases = seedCases(world);
  const deliveries = seedDeliveries(world, cases);
  await world.rows.insert(owner);
  await seedOverdue(world);
  await seedInvoices(world, deliveries);
  await seedLedger(world);
  await world.rows.insert(owner);
  if (plan.lab.slug === "harbor") await seedMonthEnd(world);
  await seedNextPrices(world);
  await closeCounters(world);
  await seedDispatch(world);
  await seedCalendar(world);
  await seedRota(world);
  await seedRoutes(world);
  await seedParticulars(world);
  await seedFiles(world);
  await seedBatches(world);
  await seedMaterials(world);
  await seedMessages(world);
  await seedNetwork(world);
  await seedParcels(world);
  await seedDepartments(world);
  await seedAppointments(world);
  await seedTrash(world);
}
