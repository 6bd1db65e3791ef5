import { randomUUID } from "node:crypto";
import { DateTime } from "luxon";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { sql } from "@/lib/db/sql";
import { useDatabase } from "@/lib/db/testing";
import { buildCase, buildLab, buildPractice } from "@/lib/testing/build";
import { putOnRoute } from "../put-on-route";
import { as, Dispatch, reasonOf } from "../testing";
import { askPickup, askPickupFor } from "./ask-pickup";
import { fetchableCases } from "./cases-to-fetch";
import { askAgain, callOffPickup, changePickup } from "./change-pickup";
import { firstDayFor } from "./pickup-day";

const db = useDatabase();
let owner: PoolClient;
let d: Dispatch;
let day: string;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
});
beforeEach(async () => {
  d = await Dispatch.open(owner);
  day = await d.staff((c) => firstDayFor(c, d.lab.practiceId));
});
afterAll(() => owner.release());

type More = { wantedOn?: string; parcels?: number; caseIds?: string[]; note?: string | null };
const wanted = (more: More = {}) => ({
  wantedOn: day,
  parcels: 1,
  caseIds: [],
  note: null,
  ...more,
  idempotencyKey: randomUUID(),
});
const dentist = <T>(work: Parameters<typeof as<T>>[1]) => as(d.lab.actors.dentist, work);
const ask = (more: More = {}) => dentist((c) => askPickup(c, wanted(more)));
const rowOf = (id: string) =>
  d.one<{ status: string; parcels: number; note: string | null; stop: string | null; version: number }>(
    `SELECT status, parcels_expected AS parcels, note, stop_id AS stop, version FROM shipments WHERE id = $1`,
    [id],
  );
const casesOf = async (id: string) =>
  (
    await owner.query<{ case_id: string }>(
      "SELECT case_id FROM pickup_cases WHERE shipment_id = $1 AND deleted_at IS NULL",
      [id],
    )
  ).rows.map((r) => r.case_id);

test("a practice asks for a pick-up of its case and the dispatchers hear of it", async () => {
  const built = await buildCase(owner, d.lab);
  const { id, merged } = await ask({ caseIds: [built.id], note: "Side door" });
  expect(merged).toBe(false);
  expect(await rowOf(id)).toMatchObject({ status: "ready", parcels: 1, note: "Side door" });
  expect(await casesOf(id)).toEqual([built.id]);
  const told = await d.one<{ to: unknown; title: string }>(
    "SELECT payload -> 'to' AS to, payload #>> '{notice,title}' AS title FROM outbox WHERE lab_id = $1 AND topic = 'notify' ORDER BY id DESC LIMIT 1",
    [d.lab.id],
  );
  expect(told).toMatchObject({
    to: { permission: "routes.manage" },
    title: expect.stringContaining("asks for a pick-up"),
  });
  expect(await dentist((c) => fetchableCases(c.tx, d.lab.practiceId))).toEqual([]);
});

test("asking again for the same day adds to the open pick-up, by telephone too", async () => {
  const [one, two] = [await buildCase(owner, d.lab), await buildCase(owner, d.lab)];
  const first = await ask({ caseIds: [one.id], note: "Side door" });
  const more = await d.staff((c) =>
    askPickupFor(c, {
      practiceId: d.lab.practiceId,
      ...wanted({ parcels: 2, caseIds: [one.id, two.id], note: "Bell" }),
    }),
  );
  expect(more).toMatchObject({ id: first.id, merged: true });
  expect(await rowOf(first.id)).toMatchObject({ parcels: 3, note: "Side door\nBell" });
  expect((await casesOf(first.id)).sort()).toEqual([one.id, two.id].sort());
});

test("of many who ask at once for one day there is one pick-up, with everything in it", async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => ask()));
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  expect(await rowOf(answers[0]?.id as string)).toMatchObject({ parcels: 8 });
});

test("a day on which lab or practice is closed is refused with the next that is possible", async () => {
  const at = DateTime.fromISO(day);
  await owner.query(
    "INSERT INTO practice_closing_days (lab_id, practice_id, closed_from, closed_to, name) VALUES ($1, $2, $3, $3, 'Holiday')",
    [d.lab.id, d.lab.practiceId, day],
  );
  const next = await d.staff((c) => firstDayFor(c, d.lab.practiceId));
  expect(next > day).toBe(true);
  const words = DateTime.fromISO(next).setLocale("en-GB").toFormat("cccc d LLLL");
  await expect(ask()).rejects.toMatchObject({
    fieldErrors: { wantedOn: [`The practice is closed (Holiday). The next possible day is ${words}.`] },
  });
  const sunday = at.plus({ days: 7 - (at.weekday % 7) }).toISODate() as string;
  await expect(ask({ wantedOn: sunday })).rejects.toMatchObject({
    fieldErrors: {
      wantedOn: [expect.stringMatching(/^The lab does not drive on this day\. The next possible day is Monday/)],
    },
  });
  await expect(ask({ wantedOn: "2020-01-06" })).rejects.toMatchObject({
    fieldErrors: { wantedOn: [expect.stringContaining("past")] },
  });
});

test("cases that are not the practice's, are there already or are asked for elsewhere are refused", async () => {
  const built = await buildCase(owner, d.lab);
  const lab = await buildLab(owner);
  const foreign = await buildCase(owner, lab);
  expect(await reasonOf(ask({ caseIds: [foreign.id] }))).toBe("not_found");
  await ask({ caseIds: [built.id] });
  const later = DateTime.fromISO(day).plus({ days: 7 }).toISODate() as string;
  expect(await reasonOf(ask({ wantedOn: later, caseIds: [built.id] }))).toBe("already_asked");
  const there = await buildCase(owner, d.lab);
  await owner.query("UPDATE cases SET status = 'received' WHERE id = $1", [there.id]);
  expect(await reasonOf(ask({ caseIds: [there.id] }))).toBe("not_submitted");
});

test("a practice neither sees nor changes another's pick-up", async () => {
  await owner.query("SELECT set_config('app.lab_id', $1, false)", [d.lab.id]);
  const neighbour = await buildPractice(owner);
  const { id, version } = await d.staff((c) => askPickupFor(c, { practiceId: neighbour.id, ...wanted() }));
  expect(await reasonOf(dentist((c) => callOffPickup(c, { id, version })))).toBe("not_found");
  expect(await reasonOf(dentist((c) => changePickup(c, { id, version, ...wanted() })))).toBe("not_found");
  const lab = await buildLab(owner);
  expect(await reasonOf(as(lab.actors.staff, (c) => callOffPickup(c, { id, version })))).toBe("not_found");
  expect(await reasonOf(d.staff((c) => askPickupFor(c, { practiceId: lab.practiceId, ...wanted() })))).toBe(
    "not_found",
  );
  expect(await rowOf(id)).toMatchObject({ status: "ready" });
});

test("the portal's role writes pick-ups of its own and nothing else", async () => {
  const built = await buildCase(owner, d.lab);
  const { id } = await ask();
  const insert = (columns: string, values: string) =>
    reasonOf(
      dentist((c) =>
        c.tx.execute({ ...sql``, text: `INSERT INTO shipments (${columns}) VALUES (${values})`, values: [] } as never),
      ),
    );
  const own = `'${d.lab.practiceId}', '${d.lab.actors.dentist.userId}', '${day}'`;
  const denied = expect.objectContaining({ code: "42501" });
  expect(await insert("number, practice_id, requested_by_id, wanted_on, type", `'A', ${own}, 'delivery'`)).toEqual(
    denied,
  );
  expect(
    await insert("number, practice_id, requested_by_id, wanted_on, type, status", `'B', ${own}, 'pickup', 'delivered'`),
  ).toEqual(denied);
  const asAnother = `'${d.lab.practiceId}', '${d.lab.actors.staff.userId}', '${day}'`;
  expect(await insert("number, practice_id, requested_by_id, wanted_on, type", `'C', ${asAnother}, 'pickup'`)).toEqual(
    denied,
  );
  expect(await reasonOf(dentist((c) => c.tx.execute(sql`UPDATE shipments SET note = 'x' WHERE id = ${id}`)))).toEqual(
    denied,
  );
  await owner.query("UPDATE shipments SET status = 'in_transit' WHERE id = $1", [id]);
  const late = dentist((c) =>
    c.tx.execute(sql`INSERT INTO pickup_cases (shipment_id, case_id) VALUES (${id}, ${built.id})`),
  );
  expect(await reasonOf(late)).toEqual(denied);
});

test("a pick-up on a route is changed and called off until that starts; another day takes it off", async () => {
  const built = await buildCase(owner, d.lab);
  const { id } = await ask({ caseIds: [built.id] });
  const route = await d.plan(d.lab.actors.driver.userId, day);
  const put = () => d.staff((c) => putOnRoute(c, { shipmentIds: [id], routeId: route.id }));
  await put();
  const seen = async () => ({ id, version: (await rowOf(id)).version });
  await dentist(async (c) => changePickup(c, { ...(await seen()), ...wanted({ parcels: 4, caseIds: [] }) }));
  expect(await rowOf(id)).toMatchObject({ status: "scheduled", parcels: 4 });
  expect(await casesOf(id)).toEqual([]);
  const later = DateTime.fromISO(day).plus({ days: 7 }).toISODate() as string;
  await dentist(async (c) =>
    changePickup(c, { ...(await seen()), ...wanted({ wantedOn: later, caseIds: [built.id] }) }),
  );
  expect(await rowOf(id)).toMatchObject({ status: "ready", stop: null });
  expect(await casesOf(id)).toEqual([built.id]);
  await put();
  await owner.query("UPDATE delivery_routes SET status = 'in_progress', started_at = now() WHERE id = $1", [route.id]);
  expect(await reasonOf(dentist(async (c) => callOffPickup(c, await seen())))).toBe("on_the_road");
  await owner.query(
    "UPDATE delivery_routes SET status = 'planned', started_at = NULL, locked_at = now(), locked_by_id = $2 WHERE id = $1",
    [route.id, d.lab.actors.staff.userId],
  );
  expect(await reasonOf(dentist(async (c) => callOffPickup(c, await seen())))).toBe("route_fixed");
  await owner.query("UPDATE delivery_routes SET locked_at = NULL, locked_by_id = NULL WHERE id = $1", [route.id]);
  expect(await reasonOf(dentist(async (c) => callOffPickup(c, { id, version: 1 })))).toBe("stale");
  const off = await dentist(async (c) => callOffPickup(c, await seen()));
  expect(await rowOf(id)).toMatchObject({ status: "cancelled", stop: null });
  await dentist((c) => askAgain(c, off));
  expect(await rowOf(id)).toMatchObject({ status: "ready" });
});

test("calling off while the dispatcher puts it on a route ends in one order or the other", async () => {
  for (let round = 0; round < 4; round++) {
    const wantedOn = DateTime.fromISO(day).plus({ weeks: round }).toISODate() as string;
    const { id, version } = await ask({ wantedOn });
    const route = await d.plan(null, wantedOn);
    const [off, put] = await Promise.all([
      reasonOf(dentist((c) => callOffPickup(c, { id, version }))),
      reasonOf(d.staff((c) => putOnRoute(c, { shipmentIds: [id], routeId: route.id }))),
    ]);
    expect([off, put].filter((one) => one === "done").length).toBe(1);
    expect((await rowOf(id)).status).toBe(off === "done" ? "cancelled" : "scheduled");
  }
});
