import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { useDatabase } from "@/lib/db/testing";
import { buildLab } from "@/lib/testing/build";
import { makeShipment, packAgain, unpackShipment } from "../make-shipment";
import { putOnRoute } from "../put-on-route";
import { as, Dispatch, reasonOf } from "../testing";
import { openParcel } from "./open-parcel";
import { pack } from "./pack";
import { repack } from "./repack";

const db = useDatabase();
let owner: PoolClient;
let d: Dispatch;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
});
beforeEach(async () => {
  d = await Dispatch.open(owner);
});
afterAll(() => owner.release());

const packed = (parcels: string[][]) =>
  d.staff((c) => pack(c, { practiceId: d.lab.practiceId, parcels: parcels.map((itemIds) => ({ itemIds })) }));
type Row = { id: string; code: string; items: string[]; events: string[] };
async function parcelsIn(shipmentId: string): Promise<Row[]> {
  const found = await owner.query<Row>(
    `SELECT p.id, p.code,
       ARRAY(SELECT case_item_id::text FROM shipment_items si WHERE si.parcel_id = p.id AND si.deleted_at IS NULL ORDER BY 1) AS items,
       ARRAY(SELECT kind::text FROM parcel_events e WHERE e.parcel_id = p.id ORDER BY e.happened_at, e.id) AS events
     FROM parcels p WHERE p.shipment_id = $1 AND p.deleted_at IS NULL ORDER BY p.position`,
    [shipmentId],
  );
  return found.rows;
}
const statusOf = async (itemId: string) =>
  (await d.one<{ status: string }>("SELECT status FROM case_items WHERE id = $1", [itemId])).status;

test("two cases go into two parcels, each with its code and who packed it", async () => {
  const [one, two] = [await d.finishedCase(2), await d.finishedCase()];
  const [a, b] = one.itemIds as [string, string];
  const [c] = two.itemIds as [string];
  const { id, number } = await packed([[a], [b, c]]);
  expect(await parcelsIn(id)).toMatchObject([
    { code: `${number}-1`, items: [a], events: ["packed"] },
    { code: `${number}-2`, items: [b, c].sort(), events: ["packed"] },
  ]);
  const event = await d.one(
    "SELECT person_id FROM parcel_events e JOIN parcels p ON p.id = e.parcel_id WHERE p.shipment_id = $1",
    [id],
  );
  expect(event.person_id).toBe(d.lab.actors.staff.userId);
  expect(await statusOf(c)).toBe("shipped");
});

test("an item in two parcels, of another practice or on hold is refused and nothing is packed", async () => {
  const built = await d.finishedCase();
  const [item] = built.itemIds as [string];
  expect(await reasonOf(packed([[item], [item]]))).toBe("invalid");
  const other = await d.one<{ id: string }>(
    "INSERT INTO practices (lab_id, code, name, address_line1, postcode) VALUES ($1, 'X', 'Other', '1 Road', 'G2') RETURNING id",
    [d.lab.id],
  );
  const elsewhere = d.staff((c) => pack(c, { practiceId: other.id, parcels: [{ itemIds: [item] }] }));
  expect(await reasonOf(elsewhere)).toBe("other_practice");
  await owner.query(
    "INSERT INTO holds (lab_id, case_id, reason_id, placed_by_id) SELECT $1, $2, id, $3 FROM reasons WHERE lab_id = $1 AND kind = 'hold' LIMIT 1",
    [d.lab.id, built.id, d.lab.actors.staff.userId],
  );
  expect(await reasonOf(packed([[item]]))).toBe("on_hold");
  expect(await statusOf(item)).toBe("finished");
});

test("of many who pack the same item at once one does", async () => {
  const [item] = (await d.finishedCase()).itemIds as [string];
  const tries = await Promise.all(Array.from({ length: 8 }, () => reasonOf(packed([[item]]))));
  expect(tries.sort()).toEqual(["done", ...Array(7).fill("not_finished")]);
  expect(
    (await d.one<{ n: string }>("SELECT count(*)::text n FROM shipment_items WHERE case_item_id = $1", [item])).n,
  ).toBe("1");
});

test("a shipment is packed anew: moved, taken out, put in, a new parcel, one that is gone", async () => {
  const [one, two] = [await d.finishedCase(2), await d.finishedCase()];
  const [a, b] = one.itemIds as [string, string];
  const [c] = two.itemIds as [string];
  const { id, number, version } = await packed([[a], [b]]);
  const [first, second] = (await parcelsIn(id)) as [Row, Row];
  const next = await d.staff((x) =>
    repack(x, {
      id,
      version,
      parcels: [
        { id: first.id, itemIds: [b] },
        { id: null, itemIds: [c] },
      ],
    }),
  );
  expect(await parcelsIn(id)).toMatchObject([
    { id: first.id, items: [b], events: ["packed", "packed"] },
    { code: `${number}-3`, items: [c], events: ["packed"] },
  ]);
  expect([await statusOf(a), await statusOf(c)]).toEqual(["finished", "shipped"]);
  const gone = await d.one("SELECT place, deleted_at FROM parcels WHERE id = $1", [second.id]);
  expect(gone).toMatchObject({ place: "lab", deleted_at: expect.any(Date) });
  expect((await d.eventsOf(one.id)).map(({ kind }) => kind)).toContain("unpacked");

  // What was taken out may come back, and a version that was seen before does not count any more.
  const back = { id, parcels: [{ id: first.id, itemIds: [a, b, c] }] };
  expect(await reasonOf(d.staff((x) => repack(x, { ...back, version })))).toBe("stale");
  await d.staff((x) => repack(x, { ...back, version: next.version }));
  expect(await parcelsIn(id)).toMatchObject([{ items: [a, b, c].sort() }]);
});

test("a foreign parcel, a shipment on the road and a van's parcel are not packed anew", async () => {
  const [one, two] = [await d.finishedCase(), await d.finishedCase()];
  const mine = await packed([one.itemIds]);
  const theirs = await packed([two.itemIds]);
  const [foreign] = (await parcelsIn(theirs.id)) as [Row];
  const with_ = (id: string | null) => ({ ...mine, parcels: [{ id, itemIds: one.itemIds }] });
  expect(await reasonOf(d.staff((c) => repack(c, with_(foreign.id))))).toBe("not_found");
  const lab = await buildLab(owner);
  expect(await reasonOf(as(lab.actors.staff, (c) => repack(c, with_(null))))).toBe("not_found");
  const [own] = (await parcelsIn(mine.id)) as [Row];
  await owner.query("INSERT INTO parcel_events (lab_id, parcel_id, kind) VALUES ($1, $2, 'loaded')", [
    d.lab.id,
    own.id,
  ]);
  expect(await reasonOf(d.staff((c) => repack(c, with_(own.id))))).toBe("on_the_van");
  await owner.query("UPDATE shipments SET status = 'in_transit' WHERE id = $1", [theirs.id]);
  const onTheRoad = { ...theirs, version: theirs.version + 1, parcels: [{ id: foreign.id, itemIds: two.itemIds }] };
  expect(await reasonOf(d.staff((c) => repack(c, onTheRoad)))).toBe("gone");
});

test("an unpacking is undone, unless something was packed elsewhere since", async () => {
  const built = await d.finishedCase();
  const { id, version } = await packed([built.itemIds]);
  const off = await d.staff((c) => unpackShipment(c, { id, version }));
  expect(await statusOf(built.itemIds[0] as string)).toBe("finished");
  const again = await d.staff((c) => packAgain(c, off));
  expect(await parcelsIn(id)).toMatchObject([{ items: built.itemIds, events: ["packed", "unpacked", "packed"] }]);
  const offAgain = await d.staff((c) => unpackShipment(c, again));
  await d.staff((c) => makeShipment(c, { practiceId: d.lab.practiceId, itemIds: built.itemIds }));
  expect(await reasonOf(d.staff((c) => packAgain(c, offAgain)))).toBe("not_finished");
});

test("packing anew and putting on a route at once end in one order or the other", async () => {
  const route = await d.plan();
  for (let round = 0; round < 4; round++) {
    const built = await d.finishedCase(2);
    const { id, version } = await packed([built.itemIds]);
    const [a, b] = built.itemIds as [string, string];
    const results = await Promise.all([
      reasonOf(
        d.staff((c) =>
          repack(c, {
            id,
            version,
            parcels: [
              { id: null, itemIds: [a] },
              { id: null, itemIds: [b] },
            ],
          }),
        ),
      ),
      reasonOf(d.staff((c) => putOnRoute(c, { shipmentIds: [id], routeId: route.id }))),
      reasonOf(d.staff((c) => unpackShipment(c, { id, version }))),
    ]);
    const shipment = await d.one<{ status: string }>("SELECT status FROM shipments WHERE id = $1", [id]);
    expect(results).toContain("done");
    expect(shipment.status).toBe(results[2] === "done" ? "cancelled" : results[1] === "done" ? "scheduled" : "ready");
    if (results[0] === "done") expect(await parcelsIn(id)).toHaveLength(2);
  }
});

test("a code opens the shipment of a parcel, a tracking number, a case, or leads to where the case is packed", async () => {
  const [built, waiting] = [await d.finishedCase(), await d.finishedCase()];
  const { id, number } = await packed([built.itemIds]);
  await owner.query("UPDATE parcels SET tracking_number = 'JD0146' WHERE shipment_id = $1", [id]);
  const open = (code: string) => d.staff((c) => openParcel(c, { code }));
  for (const code of [number, `${number.toLowerCase()}-1`, "JD 0146", built.number])
    expect(await open(code), code).toEqual({ shipmentId: id });
  expect(await open(waiting.number)).toEqual({ practiceId: d.lab.practiceId, caseId: waiting.id });
  expect(await reasonOf(open(randomUUID().slice(0, 8)))).toBe("not_found");
  const lab = await buildLab(owner);
  expect(await reasonOf(as(lab.actors.staff, (c) => openParcel(c, { code: `${number}-1` })))).toBe("not_found");
});
