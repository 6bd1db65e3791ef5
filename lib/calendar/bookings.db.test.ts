import type { PoolClient } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { answerAppointment } from "./answer-appointment";
import { cancelAppointment } from "./cancel-appointment";
import { moveAppointment } from "./move-appointment";
import { buildMachine, buildRoom, made } from "./testing";

const database = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let room: string;
let technician: string;

beforeAll(async () => {
  owner = await database.ownerPool.connect();
  lab = await buildLab(owner);
  room = await buildRoom(owner, lab.id);
  technician = lab.actors.technician.userId as string;
});
afterAll(() => owner.release());

const day = (n: number) => ({
  day: `2027-10-${String(n).padStart(2, "0")}`,
  endDay: `2027-10-${String(n).padStart(2, "0")}`,
});
const outcomes = (all: PromiseSettledResult<unknown>[]) => ({
  made: all.filter((one) => one.status === "fulfilled").length,
  reasons: [
    ...new Set(all.map((one) => (one.status === "rejected" ? (one.reason as { reason?: string }).reason : null))),
  ].filter(Boolean),
});
const moved = (actor: Actor, id: string, version: number, startsAt: string, endsAt: string) =>
  asActor(actor, (tx) => moveAppointment({ actor, tx }, { id, version, startsAt, endsAt }));

describe("of forty at once", () => {
  it("one gets the room, the others hear of it", async () => {
    const many = Array.from({ length: 40 }, (_, i) =>
      made(lab.actors.staff, { ...day(1), roomId: room, title: `Try ${i}` }),
    );
    expect(outcomes(await Promise.allSettled(many))).toEqual({ made: 1, reasons: ["double_booked"] });
  });

  it("one gets the person, whoever else is invited in whatever order", async () => {
    const people = [technician, lab.actors.manager.userId as string, lab.actors.staff.userId as string];
    const many = Array.from({ length: 40 }, (_, i) =>
      made(lab.actors.admin, {
        ...day(2),
        people: i % 2 ? people : people.toReversed(),
        startsAt: "09:00",
        endsAt: i % 3 ? "10:00" : "09:30",
      }),
    );
    expect(outcomes(await Promise.allSettled(many))).toEqual({ made: 1, reasons: ["double_booked"] });
  });

  it("one gets the machine, and its downtime is planned once", async () => {
    const machine = await buildMachine(owner, lab.id);
    const many = Array.from({ length: 20 }, () =>
      made(lab.actors.manager, { ...day(3), type: "equipment_service", equipmentId: machine }),
    );
    expect(outcomes(await Promise.allSettled(many))).toEqual({ made: 1, reasons: ["double_booked"] });
    const planned = await owner.query("SELECT FROM equipment_downtimes WHERE equipment_id = $1 AND planned", [machine]);
    expect(planned.rowCount).toBe(1);
  });

  it("one is moved to a free hour", async () => {
    const found = [];
    for (let i = 0; i < 8; i++)
      found.push(
        await made(lab.actors.staff, {
          ...day(4),
          people: [technician],
          startsAt: `${10 + i}:00`,
          endsAt: `${10 + i}:30`,
        }),
      );
    const moves = found.map(({ id }) => moved(lab.actors.staff, id, 1, "2027-10-05T09:00:00Z", "2027-10-05T10:00:00Z"));
    expect(outcomes(await Promise.allSettled(moves))).toEqual({ made: 1, reasons: ["double_booked"] });
  });
});

describe("the database itself", () => {
  const insert = (client: PoolClient, times: string) =>
    client.query(
      `WITH a AS (INSERT INTO appointments (lab_id, type, title, starts_at, ends_at, created_by_id, room_id) SELECT $1, 'meeting', 'Raw', s, e, $2, $3 FROM (VALUES ${times}) v(s, e) RETURNING id)
       SELECT id FROM a`,
      [lab.id, technician, room],
    );
  it("lets no room be taken twice, side by side it does", async () => {
    await insert(
      owner,
      "('2028-01-03 10:00Z'::timestamptz, '2028-01-03 11:00Z'::timestamptz), ('2028-01-03 11:00Z', '2028-01-03 12:00Z')",
    );
    await expect(
      insert(owner, "('2028-01-03 10:59Z'::timestamptz, '2028-01-03 11:30Z'::timestamptz)"),
    ).rejects.toMatchObject({ constraint: "appointments_room_free" });
  });
  it("lets no person be taken twice, whatever is written of their times", async () => {
    const rows = await owner.query<{ id: string }>(
      `INSERT INTO appointments (lab_id, type, title, starts_at, ends_at, created_by_id) SELECT $1, 'meeting', 'Raw', '2028-01-04 10:00Z', '2028-01-04 11:00Z', $2 FROM generate_series(1, 2) RETURNING id`,
      [lab.id, technician],
    );
    const invite = (id: string | undefined) =>
      owner.query(
        "INSERT INTO appointment_people (lab_id, appointment_id, user_id, starts_at, ends_at, is_booked) VALUES ($1, $2, $3, '2000-01-01', '2000-01-02', false)",
        [lab.id, id, technician],
      );
    await invite(rows.rows[0]?.id);
    await expect(invite(rows.rows[1]?.id)).rejects.toMatchObject({ constraint: "appointment_people_free" });
  });
});

describe("a refusal", () => {
  it("says who is booked when, and what for unless it is private", async () => {
    await made(lab.actors.manager, { ...day(6), people: [technician], title: "Crown clinic" });
    await made(lab.actors.manager, { ...day(7), people: [technician], title: "Pay talk", isPrivate: true });
    const again = (n: number) =>
      made(lab.actors.staff, { ...day(n), people: [technician], startsAt: "10:30", endsAt: "12:00" });
    await expect(again(6)).rejects.toThrow("Test technician is booked Wed, 6 Oct 2027, 10:00–11:00 (Crown clinic).");
    await expect(again(7)).rejects.toThrow("Test technician is booked Thu, 7 Oct 2027, 10:00–11:00 (busy).");
  });

  it("comes no more once it is cancelled, or the person has said no; and a yes books anew", async () => {
    const first = await made(lab.actors.manager, { ...day(8), people: [technician], roomId: room });
    const actor = lab.actors.technician;
    const answer = (id: string, a: "yes" | "no") =>
      asActor(actor, (tx) => answerAppointment({ actor, tx }, { id, answer: a }));
    await answer(first.id, "no");
    const second = await made(lab.actors.staff, { ...day(8), people: [technician] });
    await expect(answer(first.id, "yes")).rejects.toMatchObject({ reason: "double_booked" });
    const staff = lab.actors.staff;
    await asActor(staff, (tx) =>
      cancelAppointment({ actor: staff, tx }, { id: second.id, version: 1, scope: "this", note: null }),
    );
    await expect(answer(first.id, "yes")).resolves.toEqual({ answer: "yes" });
    await expect(made(staff, { ...day(8), roomId: room })).rejects.toThrow("Blue room is booked");
  });
});

it("plans, moves and takes back the downtime of a machine with its service", async () => {
  const machine = await buildMachine(owner, lab.id);
  const actor = lab.actors.manager;
  const { id } = await made(actor, {
    ...day(11),
    type: "equipment_service",
    equipmentId: machine,
    title: "Yearly service",
  });
  const planned = () =>
    asActor(actor, (tx) =>
      tx.rows<{ at: string; note: string }>(
        sql`SELECT to_char(started_at AT TIME ZONE 'UTC', 'DD HH24:MI') AS at, note FROM equipment_downtimes WHERE equipment_id = ${machine} AND planned`,
      ),
    );
  expect(await planned()).toEqual([{ at: "11 09:00", note: "Yearly service" }]);
  const { version, before } = await moved(actor, id, 2, "2027-10-12T12:00:00Z", "2027-10-12T15:00:00Z");
  expect(before.startsAt).toBe("2027-10-11T09:00:00.000Z");
  expect(await planned()).toEqual([{ at: "12 12:00", note: "Yearly service" }]);
  await asActor(actor, (tx) => cancelAppointment({ actor, tx }, { id, version, scope: "this", note: null }));
  expect(await planned()).toEqual([]);
});
