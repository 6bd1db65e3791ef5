import pg from "pg";
import { caseListParams } from "@/lib/cases/list-filter";
import { listCases } from "@/lib/cases/queries";
import { asActor } from "@/lib/db/as-actor";
import { closeAppPool } from "@/lib/db/pool";
import { searchAll } from "@/lib/search/search-all";
import type { copiedDatabase } from "./copied-database";
import { type Figure, ratio } from "./figure";
import { recorded, replay, type Statement } from "./recorded";
import { FILTERS, SEARCHES } from "./searching";

type Copied = Awaited<ReturnType<typeof copiedDatabase>>;

const TODAY = new Date().toISOString().slice(0, 10);
const REPEATS = 3;
const ROUNDS = 11;

/** The slowest twentieth of lists and of searches, at 1,000,000 cases against 10,000: the very statements the app sends, on a bare driver. */
export async function millionFigures(small: Copied, large: Copied): Promise<Figure[]> {
  const wanted: [name: string, work: (of: Copied) => (() => Promise<unknown>)[]][] = [
    [
      "case lists",
      ({ actor }) =>
        [{}, ...FILTERS].map(
          (address) => () => asActor(actor, (tx) => listCases(tx, caseListParams.parse(address), TODAY)),
        ),
    ],
    [
      "searches",
      ({ actor }) => [
        ...SEARCHES.map((q) => () => asActor(actor, (tx) => listCases(tx, caseListParams.parse({ q }), TODAY))),
        ...SEARCHES.map((q) => () => asActor(actor, (tx) => searchAll({ actor, tx }, q, 5))),
      ],
    ],
  ];
  const pools = {
    small: new pg.Pool({ connectionString: small.appUrl, max: 1 }),
    large: new pg.Pool({ connectionString: large.appUrl, max: 1 }),
  };
  try {
    const figures: Figure[] = [];
    for (const [name, work] of wanted) {
      const ofLarge = await statementsOf(large, work(large));
      const ofSmall = await statementsOf(small, work(small));
      figures.push(
        await ratio(
          `p95 of ${name} at 1,000,000 cases ÷ at 10,000`,
          "<= 1.15",
          () => p95(pools.large, ofLarge),
          () => p95(pools.small, ofSmall),
          ROUNDS,
        ),
      );
    }
    return figures;
  } finally {
    await Promise.all([pools.small.end(), pools.large.end(), closeAppPool()]);
  }
}

async function statementsOf(of: Copied, works: (() => Promise<unknown>)[]): Promise<Statement[][]> {
  process.env.APP_DATABASE_URL = of.appUrl;
  await closeAppPool();
  const all: Statement[][] = [];
  for (const work of works) all.push(await recorded(work));
  return all;
}

async function p95(pool: pg.Pool, works: readonly Statement[][]): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < REPEATS; round += 1) {
    for (const statements of works) {
      const began = performance.now();
      await replay(pool, statements);
      times.push(performance.now() - began);
    }
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] as number;
}
