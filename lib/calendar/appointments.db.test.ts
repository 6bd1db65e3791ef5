import type { PoolClient } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { readAppointment } from "./appointment-page";
import { cancelAppointment } from "./cancel-appointment";
import { changeAppointment } from "./change-appointment";
import { findFree } from "./find-free";
import { moveAppointment } from "./move-appointment";
import { appointmentsOfCase, calendarEntries } from "./queries";
import { changeSchema } from "./schema";
import { buildRoom, made, meeting } from "./testing";

const database = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let manager: Actor;
let technician: Actor;
let room: string;

beforeAll(async () => {
  owner = await database.ownerPool.connect();
  lab = await buildLab(owner);
  room = await buildRoom(owner, lab.id);
  ({ manager, technician } = lab.actors);
});
afterAll(() => owner.release());

const startsOf = async (id: string) =>
  (
    await asActor(manager, (tx) =>
      tx.rows<{ at: Date; status: string }>(
        sql`SELECT starts_at AS at, status FROM appointments WHERE id = ${id} OR series_id = (SELECT series_id FROM appointments WHERE id = ${id}) ORDER BY 1`,
      ),
    )
  ).map(({ at, status }) => `${at.toISOString().slice(5, 16)}${status === "cancelled" ? " off" : ""}`);

const changed = (actor: Actor, id: string, more: object) => {
  const { idempotencyKey: _, repeat: __, until: ___, ...rest } = meeting();
  const input = changeSchema.parse({ ...rest, id, version: 1, scope: "this", ...more });
  return asActor(actor, (tx) => changeAppointment({ actor, tx }, input));
};

describe("a series", () => {
  it("keeps the lab's clock over the change of the clocks", async () => {
    const { id, count } = await made(manager, {
      day: "2028-03-14",
      endDay: "2028-03-14",
      repeat: "weekly",
      until: "2028-04-04",
      title: "Round",
    });
    expect(count).toBe(4);
    expect(await startsOf(id)).toEqual(["03-14T10:00", "03-21T10:00", "03-28T09:00", "04-04T09:00"]);
  });

  it("is changed from one on, moving by as many days, also onto each other's time", async () => {
    const { id } = await made(manager, {
      day: "2028-05-02",
      endDay: "2028-05-02",
      repeat: "weekly",
      until: "2028-05-23",
      roomId: room,
      people: [manager.userId as string],
    });
    await changed(manager, id, {
      scope: "following",
      day: "2028-05-09",
      endDay: "2028-05-09",
      roomId: room,
      people: [manager.userId],
    });
    expect(await startsOf(id)).toEqual(["05-09T09:00", "05-16T09:00", "05-23T09:00", "05-30T09:00"]);
  });

  it("is cancelled from one on, the earlier ones stay", async () => {
    const { id } = await made(manager, {
      day: "2028-06-06",
      endDay: "2028-06-06",
      repeat: "weekly",
      until: "2028-06-20",
    });
    const second = await asActor(manager, (tx) =>
      tx.row<{ id: string }>(
        sql`SELECT id FROM appointments WHERE series_id = (SELECT series_id FROM appointments WHERE id = ${id}) ORDER BY starts_at OFFSET 1 LIMIT 1`,
      ),
    );
    await asActor(manager, (tx) =>
      cancelAppointment(
        { actor: manager, tx },
        { id: second?.id as string, version: 1, scope: "following", note: "Holidays" },
      ),
    );
    expect(await startsOf(id)).toEqual(["06-06T09:00", "06-13T09:00 off", "06-20T09:00 off"]);
  });

  it("is not made at all where one of it is taken", async () => {
    await made(manager, { day: "2028-07-11", endDay: "2028-07-11", roomId: room, title: "In the way" });
    const series = made(manager, {
      day: "2028-07-04",
      endDay: "2028-07-04",
      repeat: "weekly",
      until: "2028-07-18",
      roomId: room,
      title: "Never",
    });
    await expect(series).rejects.toThrow("Blue room is booked Tue, 11 Jul 2028, 10:00–11:00 (In the way).");
    const rows = await owner.query("SELECT FROM appointments WHERE lab_id = $1 AND title = 'Never'", [lab.id]);
    expect(rows.rowCount).toBe(0);
  });

  it.each([
    [{ day: "2028-03-26", endDay: "2028-03-26", startsAt: "01:30", endsAt: "03:00" }, "startsAt"],
    [{ startsAt: "11:00", endsAt: "11:00" }, "endsAt"],
    [{ endDay: "2027-09-20" }, "endsAt"],
    [{ repeat: "weekly" as const, until: "" }, "until"],
    [{ repeat: "weekly" as const, until: "2040-01-01" }, "until"],
    [{ caseNumber: "C-1999-000001" }, "caseNumber"],
    [{ type: "equipment_service" as const }, "equipmentId"],
    [{ people: ["018f0000-0000-7000-8000-000000000000"] }, "people"],
  ])("of %j is refused at %s", async (more, field) => {
    await expect(made(manager, more)).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { [field]: expect.anything() },
    });
  });
});

describe("whoever may change", () => {
  it("are the organiser and who runs people or departments; the others are refused, and so is an old state", async () => {
    const { id } = await made(lab.actors.staff, {
      day: "2028-08-01",
      endDay: "2028-08-01",
      people: [technician.userId as string],
    });
    const move = (actor: Actor, version: number) =>
      asActor(actor, (tx) =>
        moveAppointment(
          { actor, tx },
          { id, version, startsAt: "2028-08-01T12:00:00Z", endsAt: "2028-08-01T13:00:00Z" },
        ),
      );
    await expect(move(technician, 1)).rejects.toMatchObject({ code: "forbidden" });
    await expect(move(manager, 1)).resolves.toMatchObject({ version: 2 });
    await expect(move(lab.actors.staff, 1)).rejects.toMatchObject({ reason: "stale" });
    await expect(changed(manager, crypto.randomUUID(), {})).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a private appointment", () => {
  it("is busy time to others and nothing more, by whatever they ask", async () => {
    const found = await buildCase(owner, lab);
    const { id } = await made(manager, {
      day: "2028-09-05",
      endDay: "2028-09-05",
      title: "Pay",
      isPrivate: true,
      type: "training",
      people: [manager.userId as string],
      roomId: room,
      caseNumber: found.number,
    });
    const see = (actor: Actor, filter = {}) =>
      asActor(actor, (tx) => calendarEntries(tx, actor, "2028-09-05T00:00:00Z", "2028-09-06T00:00:00Z", filter));
    expect(await see(technician)).toMatchObject([
      { id, title: "Busy", type: null, people: [], readable: false, editable: false },
    ]);
    expect(await see(technician, { type: "training" })).toEqual([]);
    expect(await see(technician, { room })).toHaveLength(1);
    expect(await see(manager, { type: "training" })).toMatchObject([{ title: "Pay", readable: true, editable: true }]);
    expect(await asActor(technician, (tx) => readAppointment(tx, technician, id))).toBeNull();
    expect(await asActor(technician, (tx) => appointmentsOfCase(tx, technician, found.id))).toEqual([]);
    expect(await asActor(manager, (tx) => appointmentsOfCase(tx, manager, found.id))).toHaveLength(1);
    await expect(
      asActor(lab.actors.admin, (tx) =>
        cancelAppointment({ actor: lab.actors.admin, tx }, { id, version: 1, scope: "this", note: null }),
      ),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the next free time", () => {
  it("lies within the lab's hours and beside what the people and the room have", async () => {
    await made(manager, {
      day: "2028-10-03",
      endDay: "2028-10-03",
      startsAt: "08:00",
      endsAt: "12:00",
      people: [technician.userId as string],
    });
    await made(manager, { day: "2028-10-03", endDay: "2028-10-03", startsAt: "13:00", endsAt: "17:30", roomId: room });
    await owner.query("INSERT INTO lab_closing_days (lab_id, closed_on, name) VALUES ($1, '2028-10-04', 'Inventory')", [
      lab.id,
    ]);
    const { slots } = await asActor(manager, (tx) =>
      findFree(
        { actor: manager, tx },
        {
          people: [technician.userId as string],
          roomId: room,
          equipmentId: null,
          day: "2028-10-03",
          minutes: 60,
          except: null,
        },
      ),
    );
    expect(slots.slice(0, 2).map((slot) => slot.startsAt)).toEqual([
      "2028-10-03T11:00:00.000Z",
      "2028-10-05T07:00:00.000Z",
    ]);
  });
});
