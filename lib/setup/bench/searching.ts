import pg from "pg";
import { exportCases } from "@/lib/cases/export";
import { caseListParams } from "@/lib/cases/list-filter";
import { countCases, listCases } from "@/lib/cases/queries";
import { asActor } from "@/lib/db/as-actor";
import { closeAppPool } from "@/lib/db/pool";
import { searchAll } from "@/lib/search/search-all";
import { type Figure, figure, meanMs, ratio } from "./figure";
import type { SeededDatabase } from "./seeded-database";

const TODAY = new Date().toISOString().slice(0, 10);
const RUNS = 5;
const ROUNDS = 11;
const MEGABYTE = 1024 * 1024;

/** What people narrow the list by, each with the order they read it in. */
export const FILTERS: Record<string, string>[] = [
  { status: "open", sort: "due" },
  { status: "on_hold" },
  { status: "delivered", sort: "-due" },
  { late: "1", sort: "ship" },
  { urgency: "emergency", sort: "due" },
  { procedure: "bridges", sort: "due" },
  { material: "zirconia_full" },
  { stage: "milling", sort: "ship" },
  { assigned: "nobody", sort: "due" },
  { remakes: "1" },
  { due: "0d..7d", sort: "due" },
  { created: "-6d..0d" },
];

/** Names, numbers and figures as they are typed: a letter, many patients' name, two names, a number, a patient's code, nobody. */
export const SEARCHES = ["a", "müller", "anna smith", "C-2026", "p-77777", "99", "bench practice 12", "zzzz"];

/** The list narrowed and searched, everything searched at once, and the list taken away as a file: at 100,000 cases. */
export async function searchFigures(large: SeededDatabase): Promise<Figure[]> {
  process.env.APP_DATABASE_URL = large.appUrl;
  await closeAppPool();
  const { actor } = large;
  const list = (address: Record<string, string>) =>
    asActor(actor, (tx) => listCases(tx, caseListParams.parse(address), TODAY));
  const every = (addresses: readonly Record<string, string>[]) => async () => {
    for (const address of addresses) await list(address);
  };
  const plain = () => meanMs(RUNS, () => list({}));
  const each = (work: () => Promise<unknown>, of: number) => async () => (await meanMs(1, work)) / of;
  const searched = SEARCHES.map((q) => ({ q }));
  try {
    return [
      await ratio("case list by a filter ÷ without", "<= 2", each(every(FILTERS), FILTERS.length), plain, ROUNDS),
      await ratio("case list by words ÷ without", "<= 8", each(every(searched), searched.length), plain, ROUNDS),
      await ratio(
        "count of what fits ÷ the list",
        "<= 1",
        each(async () => {
          for (const address of FILTERS)
            await asActor(actor, (tx) => countCases(tx, caseListParams.parse(address), TODAY, 1000));
        }, FILTERS.length),
        each(every(FILTERS), FILTERS.length),
        ROUNDS,
      ),
      await ratio(
        "search over cases, patients, 150,000 notes and 150,000 messages ÷ case list",
        "<= 20",
        each(async () => {
          for (const text of ["margin", "anna smith", "contact 2998", "C-2026", "zzzz"])
            await asActor(actor, (tx) => searchAll({ actor, tx }, text, 5));
        }, 5),
        plain,
        ROUNDS,
      ),
      ...(await exportFigures(large)),
    ];
  } finally {
    await closeAppPool();
  }
}

/** How much the memory grows while 100,000 lines go out, and the time of the last lines against that of the first. */
async function exportFigures(large: SeededDatabase): Promise<Figure[]> {
  const owner = new pg.Client(large.ownerUrl);
  await owner.connect();
  const cases = await owner.query<{ n: number }>("SELECT count(*)::int AS n FROM cases WHERE lab_id = $1", [
    large.actor.lab.id,
  ]);
  await owner.end();
  let lines = 0;
  let highest = 0;
  let settled = 0;
  const times: number[] = [];
  let began = performance.now();
  for await (const part of exportCases(large.actor, {
    sort: "number",
    cols: "number,patient,items,practice,due,people",
  })) {
    lines += Buffer.from(part).filter((byte) => byte === 10).length;
    times.push(performance.now() - began);
    began = performance.now();
    const used = process.memoryUsage().rss;
    if (times.length === 20) settled = used;
    highest = Math.max(highest, used);
  }
  const wanted = cases.rows[0]?.n ?? 0;
  if (lines !== wanted + 1) throw new Error(`The file has ${lines} lines of ${wanted} cases.`);
  const mean = (some: readonly number[]) => some.reduce((sum, ms) => sum + ms, 0) / some.length;
  return [
    figure(
      "memory that 100,000 exported lines add after the first 10,000 (MB)",
      "<= 60",
      (highest - settled) / MEGABYTE,
    ),
    figure("last tenth of the export ÷ first", "<= 1.5", mean(times.slice(-20)) / mean(times.slice(1, 21))),
  ];
}
