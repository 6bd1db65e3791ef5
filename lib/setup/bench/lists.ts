import pg from "pg";
import { caseListParams } from "@/lib/cases/list-filter";
import { listCases } from "@/lib/cases/queries";
import { asActor } from "@/lib/db/as-actor";
import { closeAppPool } from "@/lib/db/pool";
import { type Figure, meanMs, ratio } from "./figure";
import { recorded, replay, type Statement } from "./recorded";
import type { SeededDatabase } from "./seeded-database";

const RUNS = 10;

/** The case list: against its own SQL on the bare driver, at 100,000 against 10,000, deep against first, and with policies against without. */
export async function listFigures(
  small: SeededDatabase,
  large: SeededDatabase,
  superuserUrl: string,
): Promise<Figure[]> {
  const list = (address: Record<string, string> = {}) =>
    asActor(large.actor, (tx) => listCases(tx, caseListParams.parse(address), "2026-01-01"));
  process.env.APP_DATABASE_URL = large.appUrl;
  await closeAppPool();
  const [largePool, smallPool, bypassPool] = [large.appUrl, small.appUrl, superuserUrl].map(
    (url) => new pg.Pool({ connectionString: url, max: 1 }),
  ) as [pg.Pool, pg.Pool, pg.Pool];
  try {
    const deepKey = await deepestKey(large);
    const first = await recorded(() => list());
    const deep = await recorded(() => list({ after: deepKey }));
    const onSmall = first.map(({ text, values }) => ({
      text: text
        .replaceAll(large.actor.lab.id, small.actor.lab.id)
        .replaceAll(String(large.actor.userId), String(small.actor.userId)),
      values,
    }));
    const time = (pool: pg.Pool, statements: Statement[]) => () => meanMs(RUNS, () => replay(pool, statements));
    return [
      await ratio(
        "case list ÷ the same SQL on raw pg",
        "<= 1.3",
        () => meanMs(RUNS, () => list()),
        time(largePool, first),
      ),
      await ratio(
        "case list at 100,000 cases ÷ at 10,000",
        "<= 1.15",
        time(largePool, first),
        time(smallPool, onSmall),
      ),
      await ratio("deepest page of the case list ÷ first", "<= 1.2", time(largePool, deep), time(largePool, first)),
      await ratio(
        "case list with row-level security ÷ without",
        "<= 1.1",
        time(largePool, first),
        time(bypassPool, unpoliced(first, large.actor.lab.id)),
      ),
    ];
  } finally {
    await Promise.all([largePool.end(), smallPool.end(), bypassPool.end(), closeAppPool()]);
  }
}

/** Where the last full page of the list, newest first, begins. */
async function deepestKey(database: SeededDatabase): Promise<string> {
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  const found = await owner.query<{ at: Date; id: string }>(
    "SELECT created_at AS at, id FROM cases WHERE lab_id = $1 ORDER BY created_at, id OFFSET 60 LIMIT 1",
    [database.actor.lab.id],
  );
  await owner.end();
  return `${found.rows[0]?.at.toISOString()}~${found.rows[0]?.id}`;
}

/** The statements as someone whom no policy binds would write them: the lab named in the condition, no role taken. */
function unpoliced(statements: Statement[], labId: string): Statement[] {
  const named = statements.map(({ text, values }) => ({
    text: text
      .replace(/SET LOCAL ROLE \w+;/, "")
      .replace("FROM cases c WHERE ", `FROM cases c WHERE c.lab_id = '${labId}' AND `),
    values,
  }));
  if (!named.some(({ text }) => text.includes(labId) && text.includes("FROM cases c WHERE c.lab_id"))) {
    throw new Error("The case list no longer reads as this benchmark expects.");
  }
  return named;
}
