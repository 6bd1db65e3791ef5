import pg, { type PoolClient } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { recorded, type Statement } from "@/lib/setup/bench/recorded";
import { seedCases } from "@/lib/setup/bench/seeded-database";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { caseListParams } from "./list-filter";
import { listCases } from "./queries";

/** The list reads what it shows and not the whole lab: no filter that people use reads a large table from end to end. */

const db = useDatabase();
const CASES = 20_000;
let owner: PoolClient;
let lab: BuiltLab;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  await owner.query("SELECT set_config('app.lab_id', $1, false)", [lab.id]);
  await seedCases(owner, lab.dentistId, String(lab.actors.dentist.userId), CASES);
  await owner.query("ANALYZE");
}, 120_000);
afterAll(() => owner.release());

type Plan = { "Node Type": string; "Relation Name"?: string; "Actual Rows": number; Plans?: Plan[] };

/** The parts of a plan that read a large table from end to end. */
function wholeTables(plan: Plan): string[] {
  const large = ["cases", "case_items", "workflow_stages", "patients", "case_item_teeth"];
  const whole = plan["Node Type"].endsWith("Seq Scan") && large.includes(plan["Relation Name"] ?? "");
  return [...(whole ? [String(plan["Relation Name"])] : []), ...(plan.Plans ?? []).flatMap(wholeTables)];
}

/** Sends what the list sends once more, the list itself as EXPLAIN (ANALYZE). */
async function planOf(statements: readonly Statement[]): Promise<Plan> {
  const listing = statements.findIndex(({ text }) => text.includes("FROM (SELECT * FROM cases c"));
  const list = statements[listing] as Statement;
  const begin = statements.find(({ text }) => text.startsWith("BEGIN")) as Statement;
  const app = new pg.Client(db.appUrl);
  await app.connect();
  try {
    await app.query(begin.text);
    const answer = await app.query<{ "QUERY PLAN": [{ Plan: Plan }] }>(
      `EXPLAIN (ANALYZE, FORMAT JSON) ${list.text}`,
      list.values,
    );
    return answer.rows[0]?.["QUERY PLAN"][0].Plan as Plan;
  } finally {
    await app.end();
  }
}

test.each([
  {},
  { sort: "due" },
  { sort: "number" },
  { status: "open", sort: "due" },
  { status: "moving", sort: "ship" },
  { status: "on_hold" },
  { status: "cancelled", sort: "due" },
  { status: "delivered", sort: "-due" },
  { late: "1", sort: "ship" },
  { urgency: "emergency", sort: "due" },
  { urgency: "rush" },
  { practice: "of the lab" },
  { practice: "of the lab", sort: "due", status: "open" },
  { dentist: "of the lab", sort: "-created" },
  { procedure: "bridges" },
  { material: "pfm", sort: "due" },
  { stage: "milling", sort: "due" },
  { department: "of the lab" },
  { assigned: "me" },
  { remakes: "1", sort: "due" },
  { due: "0d..7d", sort: "due" },
  { ship: "..-900d" },
  { created: "-6d..0d" },
  { q: "P-12345" },
  { q: "zzzz" },
  { q: "C-2026" },
  { q: "7" },
])("the list of %j reads no large table from end to end", async (said) => {
  const ids: Record<string, string> = { practice: lab.practiceId, dentist: lab.dentistId, department: lab.id };
  const address = Object.fromEntries(
    Object.entries(said).map(([name, value]) => [name, value === "of the lab" ? (ids[name] as string) : String(value)]),
  );
  const { manager } = lab.actors;
  const statements = await recorded(() =>
    asActor(manager, (tx) => listCases(tx, caseListParams.parse(address), new Date().toISOString().slice(0, 10))),
  );
  expect(wholeTables(await planOf(statements))).toEqual([]);
});
