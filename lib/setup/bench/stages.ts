import pg from "pg";
import { asActor } from "@/lib/db/as-actor";
import { closeAppPool } from "@/lib/db/pool";
import { sql } from "@/lib/db/sql";
import { complete } from "@/lib/workflow/complete";
import { start } from "@/lib/workflow/start";
import { type Figure, perSecond, ratio } from "./figure";
import { about, recorded, replay } from "./recorded";
import type { SeededDatabase } from "./seeded-database";

const ROUNDS = 7;
const RUNS = 120;
const CONCURRENCY = 16;

type Begun = { id: string; version: number; ids: string[] };

/** Completing a stage, a second: by the capability, and by the very statements it sends on the bare driver. */
export async function stageFigures(database: SeededDatabase): Promise<Figure[]> {
  process.env.APP_DATABASE_URL = database.appUrl;
  process.env.DATABASE_POOL_SIZE = String(CONCURRENCY);
  await closeAppPool();
  const pool = new pg.Pool({ connectionString: database.appUrl, max: CONCURRENCY });
  const { actor } = database;
  try {
    const begun = await beginStages(database, (ROUNDS + 1) * RUNS * 2 + 1);
    const completeOne = ({ id, version }: Begun) =>
      asActor(actor, (tx) => complete({ actor, tx }, { stages: [{ id, version }] }));
    const sample = begun.pop() as Begun;
    const statements = await recorded(() => completeOne(sample));
    const batch = () => begun.splice(0, RUNS);
    const byCapability = async () => {
      const stages = batch();
      return perSecond(
        stages.map((_, i) => i),
        CONCURRENCY,
        (i) => completeOne(stages[i] as Begun),
      );
    };
    const byDriver = async () => {
      const scripts = batch().map((stage) => about(statements, sample.ids, stage.ids));
      return perSecond(
        scripts.map((_, i) => i),
        CONCURRENCY,
        (i) => replay(pool, scripts[i] ?? []),
      );
    };
    const figure = await ratio(
      "stage completions a second ÷ the same transaction on raw pg",
      ">= 0.7",
      byCapability,
      byDriver,
      ROUNDS,
    );
    await refuseUnfinished(database);
    return [figure];
  } finally {
    await Promise.all([pool.end(), closeAppPool()]);
  }
}

/** Starts so many waiting design stages; answers their ids, versions and the ids their completion will speak of. */
async function beginStages({ actor }: SeededDatabase, count: number): Promise<Begun[]> {
  const waiting = await asActor(actor, (tx) =>
    tx.rows<{ id: string; itemId: string; caseId: string }>(sql`
      SELECT id, item_id AS "itemId", case_id AS "caseId" FROM workflow_stages WHERE status = 'pending' AND stage = 'design' ORDER BY id LIMIT ${count}`),
  );
  if (waiting.length < count) throw new Error(`Only ${waiting.length} stages wait, ${count} are needed.`);
  for (let from = 0; from < waiting.length; from += 50) {
    const stages = waiting.slice(from, from + 50).map(({ id }) => ({ id, version: 1 }));
    await asActor(actor, (tx) => start({ actor, tx }, { stages }));
  }
  const begun = await asActor(actor, (tx) =>
    tx.rows<{ id: string; version: number }>(
      sql`SELECT id, version FROM workflow_stages WHERE id = ANY(${waiting.map(({ id }) => id)}::uuid[])`,
    ),
  );
  const versions = new Map(begun.map(({ id, version }) => [id, version]));
  return waiting.map(({ id, itemId, caseId }) => ({ id, version: versions.get(id) ?? 1, ids: [id, itemId, caseId] }));
}

/** Both ways must have done the work: a replay that touched no row would look fast. */
async function refuseUnfinished({ actor }: SeededDatabase): Promise<void> {
  const left = await asActor(actor, (tx) =>
    tx.row<{ n: number }>(sql`SELECT count(*)::int AS n FROM workflow_stages WHERE status = 'in_progress'`),
  );
  if (left?.n !== 0) throw new Error(`${left?.n} stages were not completed by the statements that should have.`);
}
