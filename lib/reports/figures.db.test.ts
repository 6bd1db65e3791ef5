import { DateTime } from "luxon";
import type { PoolClient, QueryResultRow } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { buildReport } from "./build-report";
import { MEASURED } from "./measured";
import { type ReportName, reportAddress } from "./schema";
import { tellMoney, tellStock } from "./testing/money";
import { STORY, tellWork } from "./testing/story";
import { tableRows } from "./testing/table-rows";

/** Every headline figure added up by hand from the rows of the tables, in a lab far from Greenwich beside another lab. */
const ZONE = "Pacific/Auckland";
const database = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;

beforeAll(async () => {
  owner = await database.ownerPool.connect();
  for (const [i, zone] of [ZONE, "America/New_York"].entries()) {
    const built = await buildLab(owner, zone);
    await tellWork(owner, built, 400 + i);
    lab ??= built;
    if (lab !== built) continue;
    await tellMoney(owner, built, 500 + i);
    await tellStock(owner, built, 600 + i);
  }
  await owner.query("ANALYZE");
  for (const { view } of MEASURED) await owner.query(`REFRESH MATERIALIZED VIEW ${view}`);
}, 300_000);
afterAll(() => owner.release());

type Row = QueryResultRow;
const rowsOf = (table: string) => tableRows(owner, lab, table);
const day = (at: Date) => DateTime.fromJSDate(at, { zone: ZONE }).toISODate() as string;
const [FIRST, AFTER] = [STORY.from, "2026-04-01"];
const within = (one: string) => one >= FIRST && one < AFTER;
const inStory = (at: Date | null) => at !== null && within(day(at));
const sum = (rows: readonly Row[], of: (row: Row) => number) => rows.reduce((all, row) => all + of(row), 0);
const cents = (amount: number) => amount.toFixed(2);
const part = (a: number, b: number) => (b > 0 ? a / b : null);

/** The headline figures of a report for the story's months, by key. */
async function figures(name: ReportName, filter: Record<string, string> = {}) {
  const params = reportAddress.parse({ period: "own", from: "2025-10", to: "2026-03", ...filter });
  const { manager } = lab.actors;
  const report = await asActor(manager, (tx) => buildReport(tx, manager.lab, name, params));
  return Object.fromEntries(report.figures.map(({ key, value }) => [key, value]));
}

/** Items with their cases, neither of them deleted. */
async function liveItems() {
  const cases = new Map((await rowsOf("cases")).filter((one) => !one.deleted_at).map((one) => [one.id, one]));
  return (await rowsOf("case_items")).flatMap((item) => {
    const of = cases.get(item.case_id);
    return of && !item.deleted_at ? [{ ...item, of } as Row & { of: Row }] : [];
  });
}

describe("items", () => {
  test.each<Record<string, string>>([
    {},
    { practice: "own" },
    { procedure: "crowns" },
    { practice: "own", procedure: "crowns" },
  ])("submitted, narrowed to %j", async (asked) => {
    const filter = { ...asked, ...(asked.practice && { practice: lab.practiceId }) };
    const items = (await liveItems()).filter(
      (item) =>
        inStory(item.of.submitted_at) &&
        (!filter.practice || item.of.practice_id === lab.practiceId) &&
        (!asked.procedure || item.procedure_type === asked.procedure),
    );
    const delivered = items.filter((item) => item.status === "delivered");
    const cancelled = items.filter((item) => item.status === "cancelled").length;
    const found = await figures("completion", filter);
    expect(found).toMatchObject({
      items: items.length,
      units: sum(items, (item) => item.units),
      delivered: delivered.length,
      completed: part(delivered.length, items.length - cancelled),
      onTime: part(delivered.filter((item) => day(item.delivered_at) <= item.of.due_on).length, delivered.length),
      cancelled,
      remakes: items.filter((item) => item.of.remake_of_id).length,
    });
    const days = sum(delivered, (item) => (item.delivered_at - item.of.submitted_at) / 86_400_000);
    expect(found.days).toBeCloseTo(days / delivered.length, 3);
  });

  test("delivered against the day promised", async () => {
    const items = (await liveItems()).filter((item) => item.status === "delivered" && inStory(item.delivered_at));
    const late = items
      .map((item) => DateTime.fromISO(day(item.delivered_at)).diff(DateTime.fromISO(item.of.due_on), "days").days)
      .filter((days) => days > 0);
    expect(await figures("on-time")).toEqual({
      onTime: part(items.length - late.length, items.length),
      items: items.length,
      units: sum(items, (item) => item.units),
      late: late.length,
      daysLate: part(
        late.reduce((all, days) => all + days, 0),
        late.length,
      ),
      veryLate: late.filter((days) => days > 7).length,
    });
    expect(late.length).toBeGreaterThan(5);
  });

  test("made again, in the month of the original, without repairs and what was cancelled", async () => {
    const items = await liveItems();
    const made = new Map(items.map((item) => [item.id, item]));
    const again = new Set(
      (await rowsOf("remake_items"))
        .filter(({ made_item_id }) => {
          const item = made.get(made_item_id);
          return item && item.status !== "cancelled" && item.of.status !== "cancelled";
        })
        .map(({ item_id }) => item_id),
    );
    const delivered = items.filter(
      (item) =>
        item.status === "delivered" &&
        item.procedure_type !== "repairs" &&
        item.of.status === "delivered" &&
        inStory(item.of.delivered_at),
    );
    const remade = delivered.filter((item) => again.has(item.id));
    const casesOf = (of: Row[]) => new Set(of.map((item) => item.case_id)).size;
    const units = (of: Row[]) => sum(of, (item) => item.units);
    expect(await figures("remakes")).toEqual({
      rate: part(units(remade), units(delivered)),
      caseRate: part(casesOf(remade), casesOf(delivered)),
      remade: units(remade),
      remadeCases: casesOf(remade),
      units: units(delivered),
      cases: casesOf(delivered),
    });
    expect(remade.length).toBeGreaterThan(3);
  });
});

describe("attempts", () => {
  const completed = async () => {
    const units = new Map(
      (await rowsOf("case_items")).filter((one) => !one.deleted_at).map((one) => [one.id, one.units]),
    );
    return (await rowsOf("workflow_stages"))
      .filter(
        (one) =>
          one.status === "completed" &&
          one.outcome !== "cancelled" &&
          !one.deleted_at &&
          units.has(one.item_id) &&
          inStory(one.completed_at),
      )
      .map((one): Row => ({ ...one, units: units.get(one.item_id) }));
  };
  const hours = (rows: readonly Row[], of: (row: Row) => number) => sum(rows, of) / 3600;
  const failed = (one: Row) => one.outcome === "failed" || one.outcome === "sent_back";

  test("of departments, of people, and the stage that holds most", async () => {
    const rows = await completed();
    const elapsed = (one: Row) =>
      Math.max(Math.round((one.completed_at - one.queued_at) / 1000), one.working_seconds + one.machine_seconds);
    const all = { attempts: rows.length, units: sum(rows, (one) => one.units), failed: rows.filter(failed).length };
    const departments = await figures("departments");
    expect(departments).toMatchObject({
      ...all,
      first: part(rows.filter((one) => one.outcome === "passed" && one.attempt === 1).length, rows.length),
    });
    expect(departments.working).toBeCloseTo(
      hours(rows, (one) => one.working_seconds),
      6,
    );
    expect(departments.machine).toBeCloseTo(
      hours(rows, (one) => one.machine_seconds),
      6,
    );
    const people = await figures("people");
    expect(people).toMatchObject({
      ...all,
      passed: part(rows.filter((one) => one.outcome === "passed").length, rows.length),
    });
    expect(people.minutes).toBeCloseTo(sum(rows, (one) => one.working_seconds) / 60 / all.units, 6);
    const bottleneck = await figures("bottleneck");
    expect(bottleneck.wait).toBeCloseTo(
      hours(rows, (one) => elapsed(one) - one.working_seconds - one.machine_seconds) / rows.length,
      3,
    );
    expect(bottleneck.touchShare).toBeCloseTo(sum(rows, (one) => one.working_seconds) / sum(rows, elapsed), 4);
    expect((await figures("failures")).failures).toBe(all.failed);
  });
});

describe("money", () => {
  test("invoiced, credited and settled in the lab's currency", async () => {
    const invoices = (await rowsOf("invoices")).filter(
      (one) =>
        !one.deleted_at &&
        !["draft", "cancelled"].includes(one.status) &&
        one.currency === "GBP" &&
        within(one.issued_on),
    );
    const notes = (await rowsOf("credit_notes")).filter((one) => one.currency === "GBP" && within(one.issued_on));
    const of = (column: string) => cents(sum(invoices, (one) => Number(one[column])));
    const credited = sum(notes, (one) => Number(one.subtotal));
    expect(await figures("revenue")).toEqual({
      total: of("total"),
      net: of("subtotal"),
      credited: cents(credited),
      kept: cents(sum(invoices, (one) => Number(one.subtotal)) - credited),
      paid: of("paid_total"),
      outstanding: of("balance"),
      invoices: invoices.length,
    });
    const crowns = new Set(
      (await rowsOf("case_items")).filter((one) => one.procedure_type === "crowns").map((one) => one.id),
    );
    const own = new Set(invoices.filter((one) => one.practice_id === lab.practiceId).map((one) => one.id));
    const lines = (await rowsOf("invoice_items")).filter(
      (one) => own.has(one.invoice_id) && crowns.has(one.case_item_id) && !one.deleted_at,
    );
    expect(await figures("revenue", { practice: lab.practiceId, procedure: "crowns" })).toMatchObject({
      net: cents(sum(lines, (one) => Number(one.net))),
      invoices: new Set(lines.map((one) => one.invoice_id)).size,
      paid: null,
    });
    expect(lines.length).toBeGreaterThan(2);
  });

  test("of stock: used, lost, received and what lay there", async () => {
    const moves = await rowsOf("inventory_transactions");
    const worth = (rows: readonly Row[]) => sum(rows, (one) => Number(one.quantity) * Number(one.unit_cost));
    const inside = moves.filter((one) => inStory(one.occurred_at));
    const found = await figures("stock");
    expect(found).toMatchObject({
      used: cents(-worth(inside.filter((one) => one.type === "out" || one.reverses_id))),
      lost: cents(-worth(inside.filter((one) => ["damage", "write_off"].includes(one.type)))),
      received: cents(worth(inside.filter((one) => one.type === "in"))),
      closing: cents(worth(moves.filter((one) => day(one.occurred_at) < AFTER))),
    });
    const ends = ["2025-11-01", "2025-12-01", "2026-01-01", "2026-02-01", "2026-03-01", AFTER].map((end) =>
      worth(moves.filter((one) => day(one.occurred_at) < end)),
    );
    expect(found.turnover).toBeCloseTo(Number(found.used) / (ends.reduce((all, value) => all + value, 0) / 6), 5);
  });
});
