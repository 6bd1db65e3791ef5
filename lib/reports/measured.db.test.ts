import { beforeAll, expect, test } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { MEASURED } from "./measured";
import { tellMoney, tellStock } from "./testing/money";
import { STORY, tellWork } from "./testing/story";

const database = useDatabase();
const ZONES = ["Europe/London", "America/New_York", "Pacific/Auckland"];
let labs: { lab: BuiltLab; zone: string }[] = [];

beforeAll(async () => {
  const owner = await database.ownerPool.connect();
  for (const [i, zone] of ZONES.entries()) {
    const lab = await buildLab(owner, zone);
    await tellWork(owner, lab, 100 + i);
    await tellMoney(owner, lab, 200 + i);
    await tellStock(owner, lab, 300 + i);
    labs = [...labs, { lab, zone }];
  }
  await owner.query("ANALYZE");
  for (const { view } of MEASURED) await owner.query(`REFRESH MATERIALIZED VIEW CONCURRENTLY ${view}`);
  owner.release();
}, 300_000);

test.each(MEASURED)(
  "$report reads from $view what its tables say, in each lab's own months",
  async ({ read, live }) => {
    for (const { lab, zone } of labs) {
      const { manager } = lab.actors;
      const found = await asActor(manager, (tx) => tx.rows(read(STORY)));
      expect(found.length).toBeGreaterThan(3);
      expect(found).toEqual(await asActor(manager, (tx) => tx.rows(live(STORY, zone))));
    }
  },
);
