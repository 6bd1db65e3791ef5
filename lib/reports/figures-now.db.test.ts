import { DateTime } from "luxon";
import type { PoolClient, QueryResultRow } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { labFigures } from "@/lib/network/dentist-figures";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { buildReport } from "./build-report";
import { MEASURED } from "./measured";
import { type ReportName, reportAddress } from "./schema";
import { freshenOpenWork } from "./testing/fresh";
import { tellMoney, tellStock } from "./testing/money";
import { STORY, tellWork } from "./testing/story";
import { tableRows } from "./testing/table-rows";

/** The figures of this moment, of failures and of the bottleneck, added up by hand from the rows of the tables. */
const ZONE = "Pacific/Auckland";
const database = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;

beforeAll(async () => {
  owner = await database.ownerPool.connect();
  lab = await buildLab(owner, ZONE);
  await tellWork(owner, lab, 800);
  await tellMoney(owner, lab, 801);
  await tellStock(owner, lab, 802);
  await freshenOpenWork(owner, lab);
  await owner.query(
    `UPDATE workflow_stages w SET reason_id = r.id FROM (SELECT id, row_number() OVER (ORDER BY position) AS n FROM reasons WHERE lab_id = $1 AND kind = 'qc_failure') r
     WHERE w.lab_id = $1 AND w.outcome IN ('failed', 'sent_back') AND r.n = 1 + hashtext(w.id::text) % 3`,
    [lab.id],
  );
  await owner.query(
    "UPDATE inventory_items SET reorder_point = 100000 WHERE lab_id = $1 AND category = 'consumables'",
    [lab.id],
  );
  for (const { view } of MEASURED) await owner.query(`REFRESH MATERIALIZED VIEW ${view}`);
  await owner.query("REFRESH MATERIALIZED VIEW dentist_performance");
}, 300_000);
afterAll(() => owner.release());

type Row = QueryResultRow;
const rowsOf = (table: string) => tableRows(owner, lab, table);
const sum = (rows: readonly Row[], of: (row: Row) => number) => rows.reduce((all, row) => all + of(row), 0);
const byId = async (table: string) => new Map((await rowsOf(table)).map((row) => [row.id as string, row]));

async function figures(name: ReportName) {
  const params = reportAddress.parse({ period: "own", from: "2025-10", to: "2026-03" });
  const { manager } = lab.actors;
  const report = await asActor(manager, (tx) => buildReport(tx, manager.lab, name, params));
  return Object.fromEntries(report.figures.map(({ key, value }) => [key, value]));
}

/** Attempts that were completed in the story's months, of items that are not deleted, with their units. */
async function completed(): Promise<Row[]> {
  const items = await byId("case_items");
  const month = (at: Date) => DateTime.fromJSDate(at, { zone: ZONE }).startOf("month").toISODate() as string;
  return (await rowsOf("workflow_stages")).flatMap((one): Row[] => {
    const item = items.get(one.item_id);
    const counts = one.status === "completed" && one.outcome !== "cancelled" && !one.deleted_at && !item?.deleted_at;
    if (!counts || month(one.completed_at) < STORY.from || month(one.completed_at) > STORY.to) return [];
    return [{ ...one, units: item?.units }];
  });
}

test("what is open now, and how old it is", async () => {
  const [cases, items] = [await byId("cases"), await byId("case_items")];
  const isOpen = (row: Row | undefined) => row && !["delivered", "cancelled"].includes(row.status) && !row.deleted_at;
  const open = (await rowsOf("workflow_stages")).filter(
    (one) =>
      one.status !== "completed" && !one.deleted_at && isOpen(cases.get(one.case_id)) && isOpen(items.get(one.item_id)),
  );
  const caseOf = (one: Row) => cases.get(one.case_id) as Row;
  const today = DateTime.now().setZone(ZONE).toISODate() as string;
  const ages = open.map((one) => Math.floor((Date.now() - caseOf(one).submitted_at) / 86_400_000));
  expect(await figures("in-progress")).toEqual({
    cases: new Set(open.map((one) => one.case_id)).size,
    items: open.length,
    units: sum(open, (one) => items.get(one.item_id)?.units),
    late: open.filter((one) => caseOf(one).ship_by < today).length,
    held: open.filter((one) => caseOf(one).status === "on_hold").length,
    age: ages.reduce((all, age) => all + age, 0) / open.length,
    oldest: Math.max(...ages),
  });
  expect(open.length).toBeGreaterThan(8);
});

test("what is owed, by how long it is overdue, and what is in credit", async () => {
  const today = DateTime.now().setZone(ZONE).toISODate() as string;
  const owed = (await rowsOf("invoices")).filter(
    (one) =>
      one.currency === "GBP" &&
      !one.deleted_at &&
      !["draft", "cancelled"].includes(one.status) &&
      Number(one.balance) > 0,
  );
  const credits = [
    ...(await rowsOf("payments")).map((one): Row => ({ ...one, whole: one.amount })),
    ...(await rowsOf("credit_notes")).map((one): Row => ({ ...one, whole: one.total })),
  ]
    .map((one) => ({ ...one, left: Number(one.whole) - Number(one.allocated) - Number(one.refunded) }) as Row)
    .filter((one) => one.currency === "GBP" && one.left > 0.001);
  const late = (days: number) =>
    owed.filter((one) => DateTime.fromISO(today).diff(DateTime.fromISO(one.due_on), "days").days > days);
  const cents = (rows: readonly Row[]) => sum(rows, (one) => Number(one.balance)).toFixed(2);
  const credit = sum(credits, (one) => one.left);
  expect(await figures("receivables")).toEqual({
    owed: cents(owed),
    overdue: cents(late(0)),
    over60: cents(late(60)),
    credit: credit.toFixed(2),
    balance: (Number(cents(owed)) - credit).toFixed(2),
    practices: new Set([...owed, ...credits].map((one) => one.practice_id)).size,
  });
  expect(owed.length).toBeGreaterThan(5);
});

test("what failed and why, and which stage holds most", async () => {
  const [rows, reasons] = [await completed(), await byId("reasons")];
  const failed = rows.filter((one) => ["failed", "sent_back"].includes(one.outcome));
  const counts = [...new Set(failed.map((one) => one.reason_id))].map((id) => {
    const n = failed.filter((one) => one.reason_id === id).length;
    return { label: id ? reasons.get(id)?.label : "No reason given", n };
  });
  const most = Math.max(...counts.map(({ n }) => n));
  const found = await figures("failures");
  expect(found).toMatchObject({
    failures: failed.length,
    units: sum(failed, (one) => one.units),
    causeShare: most / failed.length,
  });
  expect(counts.filter(({ n }) => n === most).map(({ label }) => label)).toContain(found.cause);

  const elapsed = (one: Row) =>
    Math.max(Math.round((one.completed_at - one.queued_at) / 1000), one.working_seconds + one.machine_seconds);
  const stages = [...new Set(rows.map((one) => one.stage))].map((stage) =>
    sum(
      rows.filter((one) => one.stage === stage),
      elapsed,
    ),
  );
  const working = sum(rows, (one) => one.working_seconds) / 3600;
  const bottleneck = await figures("bottleneck");
  expect(bottleneck.attempts).toBe(rows.length);
  expect(bottleneck.touch).toBeCloseTo(working / rows.length, 6);
  expect(bottleneck.share).toBeCloseTo(Math.max(...stages) / sum(rows, elapsed), 4);
  expect((await figures("people")).working).toBeCloseTo(working, 6);
});

test("what is to be ordered", async () => {
  const low = (await rowsOf("inventory_items")).filter(
    (one) => !one.deleted_at && Number(one.on_hand) <= Number(one.reorder_point),
  );
  expect((await figures("stock")).low).toBe(low.length);
  expect(low.length).toBeGreaterThan(0);
});

test("remakes are the same in their report and in the dentists' figures", async () => {
  const all = await asActor(lab.actors.manager, (tx) => labFigures(tx, STORY.from));
  const params = reportAddress.parse({ period: "own", from: "2025-10", to: "2026-11" });
  const { manager } = lab.actors;
  const report = await asActor(manager, (tx) => buildReport(tx, manager.lab, "remakes", params));
  const value = (key: string) => report.figures.find((one) => one.key === key)?.value;
  expect([value("units"), value("cases"), value("remade"), value("remadeCases")]).toEqual([
    all.madeUnits,
    all.madeCases,
    all.remadeUnits,
    all.remadeCases,
  ]);
  expect(all.remadeUnits).toBeGreaterThan(3);
});
