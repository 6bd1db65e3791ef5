import type { PoolClient } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { type BehindPage, thingsBehind } from "./behind";
import { type BuiltReport, buildReport } from "./build-report";
import { KINDS } from "./kinds";
import { MEASURED } from "./measured";
import type { Part } from "./result";
import { behindAddress, type FilterName, headOf, REPORT_NAMES, type ReportName } from "./schema";
import { freshenOpenWork } from "./testing/fresh";
import { tellMoney, tellStock } from "./testing/money";
import { tellWork } from "./testing/story";

/** Every figure of every report against the list that it opens, as it is and narrowed by each of the report's filters. */
const database = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let values: Record<FilterName, string>;

beforeAll(async () => {
  owner = await database.ownerPool.connect();
  lab = await buildLab(owner, "Pacific/Auckland");
  await tellWork(owner, lab, 700);
  await tellMoney(owner, lab, 701);
  await tellStock(owner, lab, 702);
  await freshenOpenWork(owner, lab);
  await owner.query("ANALYZE");
  for (const { view } of MEASURED) await owner.query(`REFRESH MATERIALIZED VIEW ${view}`);
  const { rows } = await owner.query(
    "SELECT department_id AS id FROM workflow_stages WHERE lab_id = $1 AND department_id IS NOT NULL LIMIT 1",
    [lab.id],
  );
  values = { practice: lab.practiceId, department: rows[0]?.id, procedure: "crowns", category: "materials" };
}, 300_000);
afterAll(() => owner.release());

type Found = Pick<BehindPage, "count" | "cases"> & { amount: number };
type Values = Record<string, number>;
type Rule = (found: Found, values: Values) => number | null;

const things: Rule = ({ count }) => count;
const cases: Rule = (found) => found.cases;
const amount: Rule = (found) => found.amount;
const part = (a: number, b = 0) => (b > 0 ? a / b : null);
/** An average or a sum of something else: its list is that of another figure. */
const listOf =
  (other: string, own: string, rule: Rule = things): Rule =>
  (found, of) =>
    Math.abs((rule(found, of) ?? 0) - (of[other] ?? 0)) < 0.01 ? (of[own] ?? null) : Number.NaN;
const shareOf =
  (whole: string, rule: Rule = things): Rule =>
  (found, of) =>
    part(rule(found, of) ?? 0, of[whole]);

/** What each headline figure is of the list it opens. */
const FIGURES: Record<ReportName, Record<string, Rule>> = {
  completion: {
    items: things,
    units: amount,
    delivered: things,
    completed: ({ count }, of) => part(count, (of.items ?? 0) - (of.cancelled ?? 0)),
    onTime: shareOf("delivered"),
    days: listOf("delivered", "days"),
    cancelled: things,
    remakes: things,
  },
  "on-time": {
    onTime: shareOf("items"),
    items: things,
    units: listOf("items", "units"),
    late: things,
    daysLate: (found) => part(found.amount, found.count),
    veryLate: things,
  },
  remakes: {
    rate: shareOf("units", amount),
    caseRate: shareOf("cases", cases),
    remade: amount,
    remadeCases: cases,
    units: amount,
    cases,
  },
  "in-progress": {
    cases,
    items: things,
    units: listOf("items", "units"),
    late: things,
    held: things,
    age: (found) => part(found.amount, found.count),
    oldest: (found) => part(found.amount, found.count),
  },
  bottleneck: {
    share: listOf("holding", "share"),
    wait: listOf("attempts", "wait"),
    touch: (found) => part(found.amount, found.count),
    touchShare: listOf("attempts", "touchShare"),
    attempts: things,
  },
  departments: {
    attempts: things,
    units: listOf("attempts", "units"),
    first: shareOf("attempts"),
    failed: things,
    working: amount,
    machine: listOf("attempts", "machine"),
  },
  people: {
    attempts: things,
    units: listOf("attempts", "units"),
    passed: shareOf("attempts"),
    failed: things,
    working: amount,
    minutes: listOf("attempts", "minutes"),
  },
  failures: { failures: things, units: amount, causeShare: shareOf("failures") },
  revenue: {
    total: amount,
    net: amount,
    credited: amount,
    kept: amount,
    paid: amount,
    outstanding: amount,
    invoices: things,
  },
  receivables: { owed: amount, overdue: amount, over60: amount },
  stock: { used: amount, lost: amount, received: amount, turnover: listOf("used", "turnover", amount) },
};

/** What a cell of a chart is of its list, where it is not the number of things (of money: their sum). */
const CELLS: Record<string, Rule> = {
  "Remade units by cause": amount,
  "Remade units by who is responsible": amount,
};
/** Sums of what the lists do not sum. */
const UNLISTED = ["Units by month", "Turnover by item", "Minutes a unit by person"];

const narrowings = (name: ReportName): FilterName[][] => {
  const { filters } = headOf(name);
  return [[], ...filters.map((one) => [one]), ...(filters.length > 1 ? [[...filters]] : [])];
};
const CASES = REPORT_NAMES.flatMap((name) =>
  narrowings(name).map((by) => ({ name, by: by.join(" and ") || "nothing", filters: by })),
);

test.each(CASES)("each figure of $name narrowed by $by opens exactly what it counts", async ({ name, filters }) => {
  const { manager } = lab.actors;
  const params = behindAddress.parse({
    period: "own",
    from: "2025-10",
    to: "2026-03",
    ...Object.fromEntries(filters.map((one) => [one, values[one]])),
  });
  const report = await asActor(manager, (tx) => buildReport(tx, manager.lab, name, params));
  const open = async (of: Part): Promise<Found> => {
    const asked = { ...params, month: null, key: undefined, only: undefined, ...of };
    const page = await asActor(manager, (tx) => thingsBehind(tx, manager.lab, name, asked));
    expect(page.things).toHaveLength(Math.min(page.count, 50));
    return { count: page.count, cases: page.cases, amount: Number(page.amount ?? 0) };
  };
  for (const [label, shown, expected] of await figuresOf(report, open)) {
    expect(expected, `${name}: ${label}`).not.toBeNaN();
    expect(shown === null ? 0 : shown, `${name}: ${label}`).toBeCloseTo(
      expected ?? 0,
      Math.abs(shown ?? 0) <= 1 ? 4 : 2,
    );
  }
});

/** Every figure that opens a list, with what it says and what its list makes of it. */
async function figuresOf(report: BuiltReport, open: (of: Part) => Promise<Found>) {
  const all: [string, number | null, number | null][] = [];
  const known: Values = Object.fromEntries(report.figures.map(({ key, value }) => [key, Number(value ?? 0)]));
  for (const { key, value, part: of } of report.figures) {
    if (!of || value === null) continue;
    const found = await open(of);
    if (typeof value === "string" && !(key in (FIGURES[report.name] ?? {}))) {
      known.holding = found.count;
      expect(found.count, key).toBeGreaterThan(0);
      continue;
    }
    const rule = FIGURES[report.name][key];
    if (!rule) throw new Error(`${report.name}: nothing is said of ${key}`);
    all.push([key, Number(value), rule(found, known)]);
  }
  for (const { title, rows, series, format } of report.charts)
    for (const { label, part: of, values: shown } of rows)
      for (const { key, only } of series) {
        if (!of || key === "earlier" || UNLISTED.includes(title) || format.style === "hours") continue;
        const found = await open({ ...of, ...(only && { only }) });
        const value = shown[key] ?? null;
        const name = `${title}, ${label}, ${key}`;
        if (format.style === "percent") all.push([name, Number(value) > 0 ? 1 : 0, found.count > 0 ? 1 : 0]);
        else
          all.push([name, Number(value), (CELLS[title] ?? (format.style === "money" ? amount : things))(found, known)]);
      }
  expect(all.length).toBeGreaterThan(5);
  return all;
}

test("what opens no list of its own says where it is listed, or is words", () => {
  for (const name of REPORT_NAMES)
    for (const { key, part: of, elsewhere, format } of KINDS[name].figures)
      expect(
        of !== null || elsewhere !== undefined || format.style === "text" || key.endsWith("hare"),
        `${name}: ${key}`,
      ).toBe(true);
});
