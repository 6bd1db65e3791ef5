import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { useDatabase } from "@/lib/db/testing";
import { planDay } from "./plan-day";
import { Planning } from "./testing";
import { askingOutside } from "./ways/asking-outside";

const db = useDatabase();
let owner: PoolClient;
let watcher: PoolClient;
let whileAsked: () => Promise<void> = async () => {};

/** Speaks OSRM's table service: every way takes 10 minutes. */
const roads = createServer(async (request, response) => {
  await whileAsked();
  const url = new URL(request.url ?? "", "http://x");
  const many = url.pathname.split(";").length;
  const side = (name: string) => url.searchParams.get(name)?.split(";").length ?? many;
  const rows = Array.from({ length: side("sources") }, () => Array(side("destinations")).fill(600));
  response.end(JSON.stringify({ code: "Ok", durations: rows, distances: rows }));
});
beforeAll(async () => {
  [owner, watcher] = [await db.ownerPool.connect(), await db.ownerPool.connect()];
  await new Promise<void>((resolve) => roads.listen(0, "127.0.0.1", resolve));
  process.env.OSRM_URL = `http://127.0.0.1:${(roads.address() as AddressInfo).port}`;
});
afterAll(() => {
  delete process.env.OSRM_URL;
  roads.close();
  owner.release();
  watcher.release();
});

it("asks the road server before anything is locked, and again where something came up meanwhile", async () => {
  const p = await Planning.open(owner);
  const [a, b] = [await p.practice(-4.2), await p.practice(-4.3)];
  await p.template("AM", [[a], [b]]);
  const first = await p.pickup(a);
  const open: number[] = [];
  let later: string | null = null;
  whileAsked = async () => {
    const transactions = await watcher.query<{ n: number }>(
      "SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'",
    );
    open.push(transactions.rows[0]?.n ?? -1);
    later ??= await p.pickup(b);
  };
  const actor = p.scene.lab.actors.staff;
  const done = await askingOutside(actor, (tx) => planDay({ actor, tx }, { day: p.day() }));
  expect(open).toEqual([0, 0]);
  expect(done).toMatchObject({ made: 1, stops: 2, shipments: 2, note: null });
  expect(await p.placesOf([first, later ?? ""])).toEqual([a, b]);
  const minutes =
    "SELECT extract(epoch FROM max(expected_at) - min(expected_at)) / 60 AS apart FROM route_stops WHERE practice_id = ANY($1)";
  expect(Number((await p.scene.one<{ apart: string }>(minutes, [[a, b]])).apart)).toBe(15);
});
