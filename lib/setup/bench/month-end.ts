import pg from "pg";
import type { Actor } from "@/lib/access/actor";
import { continueRun } from "@/lib/billing/month-end/continue-run";
import { lastDayOf } from "@/lib/billing/month-end/month";
import { startMonthEnd } from "@/lib/billing/month-end/start-run";
import { asActor } from "@/lib/db/as-actor";
import { closeAppPool } from "@/lib/db/pool";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { type Figure, figure } from "./figure";
import { type SeededDatabase, seedCases } from "./seeded-database";

const DELIVERIES = 5000;
const PRACTICES = 100;
const MONTH = "2026-10";
const ROUNDS = 3;
/** At the most so many seconds for one run. */
const MOST_SECONDS = 60;

/**
 * A month end of 5,000 deliveries of 100 practices, half of them invoiced per case and half monthly, each round in a lab of its own: how
 * many invoices a second ÷ how many when the owner writes the very same invoices and lines, already priced and summed, by two plain
 * INSERTs in one transaction (their triggers, checks, indexes and audit as they are). And its seconds, which are no ratio.
 */
export async function monthEndFigures(database: SeededDatabase): Promise<Figure[]> {
  process.env.APP_DATABASE_URL = database.appUrl;
  await closeAppPool();
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  const ratios: number[] = [];
  const seconds: number[] = [];
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const lab = await deliveredMonth(owner);
      const run = await invoiced(lab.actors.manager);
      await refuseUnfinished(owner, lab);
      ratios.push((await bareInserts(owner, lab)) / run);
      seconds.push(run);
    }
    const [least = 0, middle = 0, most = 0] = [...ratios].sort((a, b) => a - b);
    return [
      figure("month end, invoices a second ÷ bare inserts of the same rows", ">= 0.1", middle, most - least),
      figure("month end of 5,000 deliveries, seconds", `<= ${MOST_SECONDS}`, Math.max(...seconds)),
    ];
  } finally {
    await Promise.all([owner.end(), closeAppPool()]);
  }
}

/** A lab whose practices had 5,000 crowns delivered in the month. */
async function deliveredMonth(owner: pg.Client): Promise<BuiltLab> {
  const lab = await buildLab(owner);
  await owner.query("SELECT set_config('app.lab_id', $1, false)", [lab.id]);
  await seedCases(owner, lab.dentistId, String(lab.actors.dentist.userId), DELIVERIES);
  await owner.query(
    `WITH opened AS (
       INSERT INTO practices (code, name, address_line1, postcode, email, invoice_mode)
       SELECT 'M' || n, 'Month end ' || n, n || ' High Street', 'H' || n || ' 1AA', 'm' || n || '@practice.test', CASE WHEN n % 2 = 0 THEN 'monthly' ELSE 'per_case' END
       FROM generate_series(1, $1) n RETURNING id),
     site AS (SELECT id, row_number() OVER (ORDER BY id) AS n FROM opened),
     work AS (SELECT id, row_number() OVER (ORDER BY id) AS n FROM cases WHERE lab_id = app_lab_id())
     UPDATE cases c SET practice_id = site.id FROM work JOIN site ON site.n = 1 + work.n % $1 WHERE c.id = work.id`,
    [PRACTICES],
  );
  await owner.query(
    `UPDATE case_items SET status = 'delivered', stage = 'delivery', delivered_at = $1::date + interval '12 hours' + (random() * 27)::int * interval '1 day'
     WHERE lab_id = app_lab_id()`,
    [`${MONTH}-01`],
  );
  await owner.query("ANALYZE cases; ANALYZE case_items; ANALYZE practices");
  return lab;
}

/** Seconds of a run, from the press of the button to the last practice. */
async function invoiced(actor: Actor): Promise<number> {
  const began = performance.now();
  const { runId } = await asActor(actor, (tx) => startMonthEnd({ actor, tx }, { month: MONTH, practiceIds: null }));
  await continueRun((work, person) => {
    const acting = { ...actor, ...person };
    return asActor(acting, (tx) => work({ actor: acting, tx }));
  }, runId);
  return (performance.now() - began) / 1000;
}

async function refuseUnfinished(owner: pg.Client, lab: BuiltLab): Promise<void> {
  const { rows } = await owner.query<{ lines: number; invoices: number }>(
    `SELECT count(*)::int AS lines, count(DISTINCT i.id)::int AS invoices FROM invoices i JOIN invoice_items l ON l.invoice_id = i.id
     WHERE i.lab_id = $1 AND i.status = 'sent' AND l.delivered_on <= $2`,
    [lab.id, lastDayOf(MONTH)],
  );
  if (rows[0]?.lines !== DELIVERIES) throw new Error(`${rows[0]?.lines} of ${DELIVERIES} deliveries were invoiced.`);
}

/** Seconds for writing the run's invoices and lines once more, as new rows of no case. */
async function bareInserts(owner: pg.Client, lab: BuiltLab): Promise<number> {
  await owner.query("SELECT set_config('app.lab_id', $1, false)", [lab.id]);
  await owner.query(`CREATE TEMP TABLE copied ON COMMIT PRESERVE ROWS AS
    SELECT id, uuid_v7() AS other FROM invoices WHERE lab_id = app_lab_id() AND status = 'sent'`);
  const began = performance.now();
  await owner.query("BEGIN");
  await owner.query(`
    INSERT INTO invoices (id, practice_id, currency, number, parties, mailed_to)
    SELECT c.other, i.practice_id, i.currency, i.number || '-bare', i.parties, i.mailed_to FROM copied c JOIN invoices i ON i.id = c.id`);
  await owner.query(`
    INSERT INTO invoice_items (invoice_id, position, description, quantity, unit_price, discount_percent, tax_percent, delivered_on)
    SELECT c.other, l.position, l.description, l.quantity, l.unit_price, l.discount_percent, l.tax_percent, l.delivered_on
    FROM copied c JOIN invoice_items l ON l.lab_id = app_lab_id() AND l.invoice_id = c.id`);
  await owner.query("COMMIT");
  const seconds = (performance.now() - began) / 1000;
  await owner.query("DROP TABLE copied");
  return seconds;
}
