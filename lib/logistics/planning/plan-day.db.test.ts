import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { weekdayOf } from "@/lib/practices/opening-hours";
import { as, reasonOf } from "../testing";
import { readDay } from "./day-facts";
import { planDay } from "./plan-day";
import { everyDay, Planning } from "./testing";
import { waitingOn } from "./unplaced";

const db = useDatabase();
let owner: PoolClient;
let p: Planning;
beforeAll(async () => {
  owner = await db.ownerPool.connect();
});
afterAll(() => owner.release());
beforeEach(async () => {
  p = await Planning.open(owner);
});

const waiting = async (day = p.day()) =>
  waitingOn(await asActor(p.scene.lab.actors.staff, (tx) => readDay(tx, p.scene.lab.actors.staff, day)));

it("makes each template's route once and puts on it what is due, in the template's order; again it adds only what is new", async () => {
  const [a, b, c] = [await p.practice(-4.2), await p.practice(-4.1), await p.practice(-4.15)];
  await p.template("AM", [[a], [b], [c, "!"]]);
  const first = [await p.pickup(b), await p.pickup(b)];
  expect(await p.plan()).toMatchObject({ made: 1, stops: 1, shipments: 2, waiting: 0 });
  expect(await p.routes()).toMatchObject([{ name: "AM", practices: [b, c] }]);
  expect(await p.placesOf(first)).toEqual([b, b]);

  expect(await p.plan()).toMatchObject({ made: 0, stops: 0, shipments: 0, waiting: 0 });
  const later = [await p.pickup(a), await p.pickup(c)];
  expect(await p.plan()).toMatchObject({ made: 0, stops: 1, shipments: 2 });
  expect(await p.routes()).toMatchObject([{ name: "AM", practices: [a, b, c] }]);
  expect(await p.placesOf(later)).toEqual([a, c]);
  const told = await p.scene.one("SELECT count(*)::int FROM outbox WHERE lab_id = $1 AND topic = 'notify'", [
    p.scene.lab.id,
  ]);
  expect(told).toEqual({ count: 1 });
});

it("lets several plan the same day at once as if one had", async () => {
  const [a, b] = [await p.practice(-4.2), await p.practice(-4.3)];
  await p.template("AM", [[a, "!"]]);
  await p.template("PM", [[b]], ["13:00", "17:00"]);
  const shipments = [await p.pickup(a), await p.pickup(b), await p.pickup(b)];
  const days = await Promise.all(Array.from({ length: 6 }, () => p.plan()));
  expect(days.reduce((sum, { made }) => sum + made, 0)).toBe(2);
  expect(days.reduce((sum, day) => sum + day.shipments, 0)).toBe(3);
  expect(await p.routes()).toMatchObject([
    { name: "AM", practices: [a] },
    { name: "PM", practices: [b] },
  ]);
  expect(await p.placesOf(shipments)).toEqual([a, b, b]);
});

it("makes no routes when the lab is shut, but fills one that was planned by hand", async () => {
  const a = await p.practice(-4.2);
  await p.template("AM", [[a]]);
  await owner.query("INSERT INTO lab_closing_days (closed_on, name) VALUES ($1, 'Fair Monday')", [p.day()]);
  const pickup = await p.pickup(a);
  expect(await reasonOf(p.plan())).toBe("lab_closed");
  expect(await p.routes()).toEqual([]);
  await p.scene.plan(null, p.day());
  expect(await p.plan()).toMatchObject({ made: 0, shipments: 1 });
  expect(await p.placesOf([pickup])).toEqual([a]);
  expect(await reasonOf(p.plan(p.day(-1)))).toBe("invalid");
});

it("leaves out practices that are shut that day or week, and says so", async () => {
  const [open, shut, weekly] = [await p.practice(-4.2), await p.practice(-4.21), await p.practice(-4.22)];
  await p.template("AM", [[shut, "!"], [weekly, "!"], [open]]);
  await owner.query(
    "INSERT INTO practice_closing_days (practice_id, closed_from, closed_to, name) VALUES ($1, $2, $2, 'Stocktake')",
    [shut, p.day()],
  );
  const hours = everyDay(["09:00", "17:00"]);
  delete hours[weekdayOf(p.day())];
  await owner.query("UPDATE practices SET opening_hours = $2 WHERE id = $1", [weekly, JSON.stringify(hours)]);
  for (const practice of [open, shut, weekly]) await p.pickup(practice);
  expect(await p.plan()).toMatchObject({ made: 1, shipments: 1, waiting: 2 });
  expect(await p.routes()).toMatchObject([{ practices: [open] }]);
  expect((await waiting()).map(({ practiceId, why }) => [practiceId, why]).sort()).toEqual(
    [
      [shut, "Closed: Stocktake."],
      [weekly, "Closed on this weekday."],
    ].sort(),
  );
});

it("takes what no template serves where it costs least, within hours and shift, and says why not", async () => {
  const [east, west] = [await p.practice(-4.0), await p.practice(-4.5)];
  await p.template("East", [[east, "!"]], ["08:00", "10:00"]);
  await p.template("West", [[west, "!"]], ["08:00", "10:00"]);
  const nearEast = await p.practice(-4.05);
  const tooFar = await p.practice(-5.5);
  const tooEarly = await p.practice(-4.1, everyDay(["07:00", "08:05"]));
  const nowhere = await p.practice(null);
  for (const practice of [nearEast, tooFar, tooEarly, nowhere]) await p.pickup(practice);
  expect(await p.plan()).toMatchObject({ made: 2, shipments: 1, waiting: 3 });
  expect((await p.routes()).map(({ name, practices }) => [name, practices.toSorted()])).toEqual([
    ["East", [east, nearEast].toSorted()],
    ["West", [west]],
  ]);
  const why = Object.fromEntries((await waiting()).map(({ practiceId, why }) => [practiceId, why]));
  expect(why[tooFar]).toBe("The shift of every route is full.");
  expect(why[tooEarly]).toBe("No route can be there while it is open.");
  expect(why[nowhere]).toContain("not known where it is");
});

it("fetches pick-ups from the day they are wanted, and only what the driver takes", async () => {
  const a = await p.practice(-4.2);
  await p.template("AM", [[a]]);
  const [now, later, byCarrier] = [await p.pickup(a, p.day()), await p.pickup(a, p.day(11)), await p.pickup(a)];
  await owner.query("UPDATE shipments SET method = 'collected' WHERE id = $1", [byCarrier]);
  expect(await p.plan()).toMatchObject({ shipments: 1 });
  expect(await p.placesOf([now, later, byCarrier])).toEqual([a, null, null]);
});

it("brings again from the day that was promised, not before", async () => {
  await owner.query("UPDATE practices SET latitude = 55.86, longitude = -4.2 WHERE id = $1", [p.scene.lab.practiceId]);
  await p.template("AM", []);
  const { id } = await p.scene.pack(await p.scene.finishedCase());
  await owner.query("UPDATE shipments SET wanted_on = $2 WHERE id = $1", [id, p.day(11)]);
  expect(await p.plan()).toMatchObject({ shipments: 0 });
  expect(await p.placesOf([id])).toEqual([null]);
  expect(await p.plan(p.day(11))).toMatchObject({ shipments: 1 });
  expect(await p.placesOf([id])).toEqual([p.scene.lab.practiceId]);
});

it("gives a stop to a practice whose cases are due and not packed yet, and packs onto it later", async () => {
  await owner.query("UPDATE practices SET latitude = 55.86, longitude = -4.2 WHERE id = $1", [p.scene.lab.practiceId]);
  await p.template("AM", []);
  const made = await p.scene.finishedCase();
  await owner.query("UPDATE cases SET ship_by = $2, due_on = $2 WHERE id = $1", [made.id, p.day()]);
  expect(await p.plan()).toMatchObject({ stops: 1, shipments: 0 });
  expect(await waiting()).toEqual([]);
  const shipment = await p.scene.pack(made);
  expect(await waiting()).toMatchObject([{ why: "AM goes there already." }]);
  expect(await p.plan()).toMatchObject({ stops: 0, shipments: 1 });
  expect(await p.placesOf([shipment.id])).toEqual([p.scene.lab.practiceId]);
  expect((await p.scene.eventsOf(made.id)).at(-1)).toMatchObject({
    kind: "put_on_route",
    data: { route: "AM", date: p.day() },
  });
});

it("leaves locked routes alone, and another lab's shipments and routes", async () => {
  const a = await p.practice(-4.2);
  await p.template("AM", [[a]]);
  await p.plan();
  await owner.query("UPDATE delivery_routes SET locked_at = now(), locked_by_id = $2 WHERE lab_id = $1", [
    p.scene.lab.id,
    p.scene.lab.actors.staff.userId,
  ]);
  const pickup = await p.pickup(a);
  const other = await Planning.open(owner);
  await other.template("Theirs", [[await other.practice(-4.2), "!"]]);
  expect(await p.plan()).toMatchObject({ made: 0, shipments: 0, waiting: 1 });
  expect(await other.plan()).toMatchObject({ made: 1, shipments: 0 });
  expect(await p.placesOf([pickup])).toEqual([null]);
  expect(await other.routes()).toMatchObject([{ name: "Theirs" }]);
  expect((await waiting())[0]?.why).toContain("no route on this day");
  expect(await reasonOf(as(p.scene.lab.actors.driver, (context) => planDay(context, { day: p.day() })))).not.toBe(
    "done",
  );
});
