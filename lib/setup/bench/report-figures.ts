import pg from "pg";
import { asActor } from "@/lib/db/as-actor";
import { closeAppPool } from "@/lib/db/pool";
import { type Sql, sql } from "@/lib/db/sql";
import { MEASURED } from "@/lib/reports/measured";
import type { copiedDatabase } from "./copied-database";
import { type Figure, figure, meanMs, ratio } from "./figure";

type Copied = Awaited<ReturnType<typeof copiedDatabase>>;

const ROUNDS = 5;
const READS = 20;
/** Whoever waits so long for a lock is blocked. */
const PATIENCE = "50ms";

/** Each report's main figures of twelve months added up from the tables, against reading them from its view; and whether a refresh blocks readers. */
export async function reportFigures(large: Copied): Promise<Figure[]> {
  process.env.APP_DATABASE_URL = large.appUrl;
  await closeAppPool();
  const read = (statement: Sql) => asActor(large.actor, (tx) => tx.rows(statement));
  const month = (back: number) => {
    const at = new Date();
    return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - back, 1)).toISOString().slice(0, 10);
  };
  const period = { from: month(12), to: month(1), months: 12 };
  try {
    const figures: Figure[] = [];
    for (const { report, read: ofView, live } of MEASURED) {
      figures.push(
        await ratio(
          `report of ${report}: added up live ÷ read from its view, at 1,000,000 cases`,
          ">= 100",
          () => meanMs(1, () => read(live(period, large.actor.lab.timeZone))),
          () => meanMs(READS, () => read(ofView(period))),
          ROUNDS,
        ),
      );
    }
    return [...figures, await blockedReads(large, () => MEASURED.map(({ read: ofView }) => ofView(period)))];
  } finally {
    await closeAppPool();
  }
}

/** Of reads made while every view is refreshed, the share that a lock held up. */
async function blockedReads(large: Copied, statements: () => Sql[]): Promise<Figure> {
  const refresher = new pg.Client(large.ownerUrl);
  await refresher.connect();
  let done = false;
  const refreshed = (async () => {
    for (const { view } of MEASURED) await refresher.query(`REFRESH MATERIALIZED VIEW CONCURRENTLY ${view}`);
  })().finally(() => {
    done = true;
  });
  let reads = 0;
  let blocked = 0;
  while (!done) {
    for (const statement of statements()) {
      reads += 1;
      await asActor(large.actor, async (tx) => {
        await tx.execute(sql`SELECT set_config('lock_timeout', ${PATIENCE}, true)`);
        await tx.rows(statement);
      }).catch((error: unknown) => {
        if ((error as { code?: string }).code !== "55P03") throw error;
        blocked += 1;
      });
    }
  }
  await refreshed;
  await refresher.end();
  if (reads < 50) throw new Error(`Only ${reads} reads were made while the views were refreshed.`);
  return figure(
    `reads of ${MEASURED.length} reports held up while their views are refreshed ÷ all such reads`,
    "<= 0",
    blocked / reads,
  );
}
