import { parseCronItems } from "graphile-worker";
import { expect, test } from "vitest";
import type { PoolClient } from "@/lib/db/owner";
import { useDatabase } from "@/lib/db/testing";
import { hears, liveMessage } from "@/lib/live/hearing";
import { buildLab } from "@/lib/testing/build";
import { crontab } from "./crontab";
import { forEachLab } from "./for-lab";
import { purgeExpired } from "./purge-expired";
import { refreshReports } from "./refresh-reports";
import { tasks } from "./tasks";

const { ownerPool } = useDatabase();

async function withClient<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await ownerPool.connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}

test("each report is refreshed, the time noted, and every lab's screens told", async () => {
  await ownerPool.query("delete from report_refreshes");
  const labs = await withClient(async (client) => [await buildLab(client), await buildLab(client)]);
  await withClient(refreshReports);
  const { rows } = await ownerPool.query(
    "select view_name as name from report_refreshes where refreshed_at > now() - interval '1 minute' and took_ms >= 0 order by 1",
  );
  expect(rows.map((row) => row.name)).toEqual([
    "case_completion_rates",
    "dentist_performance",
    "department_efficiency",
    "failure_causes",
    "inventory_turnover",
    "monthly_revenue",
    "on_time_deliveries",
    "remake_rates",
    "staff_performance",
  ]);
  const told = await ownerPool.query("delete from outbox where payload ->> 'topic' = 'reports' returning payload");
  const messages = told.rows.map(({ payload }) => liveMessage.parse(payload));
  for (const { actors } of labs) expect(messages.filter((message) => hears(actors.manager, message))).toHaveLength(1);
});

test("a report that cannot be refreshed holds up no other, and the job fails", async () => {
  await ownerPool.query(`
    create table broken_by (x int);
    insert into broken_by values (1);
    create materialized view aaa_broken as select 1 / x as y from broken_by;
    create unique index aaa_broken_key on aaa_broken (y);
    update broken_by set x = 0;
    delete from report_refreshes`);
  await expect(withClient(refreshReports)).rejects.toThrow("division by zero");
  const { rows } = await ownerPool.query(
    "select view_name from report_refreshes where view_name = 'staff_performance'",
  );
  await ownerPool.query(
    "drop materialized view aaa_broken; drop table broken_by; delete from outbox where payload ->> 'topic' = 'reports'",
  );
  expect(rows).toHaveLength(1);
});

test("what has expired goes, what is still wanted stays", async () => {
  await ownerPool.query(
    `insert into outbox (topic, payload, dispatched_at) values
       ('old', '{}', now() - interval '8 days'), ('recent', '{}', now() - interval '6 days'), ('waiting', '{}', null)`,
  );
  await ownerPool.query("insert into worker_heartbeats values ('gone', now() - interval '2 days'), ('here', now())");
  expect(await withClient(purgeExpired)).toBe(2);
  const { rows } = await ownerPool.query("select topic as left from outbox union all select id from worker_heartbeats");
  expect(rows.map((row) => row.left).sort()).toEqual(["here", "recent", "waiting"]);
});

test("every line of the crontab names a job that exists, at a time that can be read", () => {
  expect(parseCronItems(crontab)).toHaveLength(crontab.length);
  expect(crontab.filter(({ task }) => !tasks[task])).toEqual([]);
});

test("a lab whose work fails holds up no other, and the job is tried again", async () => {
  const labs = await withClient(async (client) => [await buildLab(client), await buildLab(client)]);
  const seen: string[] = [];
  const job = forEachLab({ query: ownerPool.query.bind(ownerPool) }, async ({ actor }) => {
    seen.push(actor.lab.id);
    if (actor.lab.id === labs[0]?.id) throw new Error("its own fault");
  });
  await expect(job).rejects.toThrow("its own fault");
  expect(seen).toEqual(expect.arrayContaining(labs.map(({ id }) => id)));
});
