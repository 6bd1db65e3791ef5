import type { PoolClient } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Actor, systemActor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { cancelAppointment } from "./cancel-appointment";
import { mailAppointment } from "./mail-appointment";
import { restoreAppointment } from "./restore-appointment";
import { buildMachine, buildRoom, made } from "./testing";

const database = useDatabase();
const guest = { name: "Dr Ana Ruiz", email: "ruiz@practice.test" };
let owner: PoolClient;
let lab: BuiltLab;
let room: string;
let manager: Actor;

beforeAll(async () => {
  owner = await database.ownerPool.connect();
  lab = await buildLab(owner);
  room = await buildRoom(owner, lab.id);
  manager = lab.actors.manager;
});
afterAll(() => owner.release());

const on = (n: number) => ({ day: `2027-11-0${n}`, endDay: `2027-11-0${n}` });
const cancelled = (id: string, version = 1, scope: "this" | "following" = "this") =>
  asActor(manager, (tx) => cancelAppointment({ actor: manager, tx }, { id, version, scope, note: "Ill" }));
const restored = (at: { id: string; version: number }, actor = manager) =>
  asActor(actor, (tx) => restoreAppointment({ actor, tx }, at));
const mail = (appointmentId: string) => {
  const actor = systemActor(manager.lab);
  return asActor(actor, (tx) => mailAppointment({ actor, tx }, { appointmentId }));
};
const letters = async () =>
  (
    await owner.query<{ subject: string; base64: string }>(
      "SELECT subject, attachments -> 0 ->> 'base64' AS base64 FROM mail_messages WHERE lab_id = $1 AND to_address = $2 ORDER BY id",
      [lab.id, guest.email],
    )
  ).rows.map(({ subject, base64 }) => ({ subject, ics: Buffer.from(base64, "base64").toString() }));

it("takes place after all; whoever had not heard of the end hears nothing, whoever had is invited anew", async () => {
  const { id } = await made(manager, { ...on(1), guests: [guest], roomId: room });
  await mail(id);
  await restored(await cancelled(id));
  await mail(id);
  expect(await letters()).toHaveLength(1);
  const again = await cancelled(id, 3);
  await mail(id);
  await restored(again);
  await mail(id);
  const [, off, anew] = await letters();
  expect(off?.ics).toContain("METHOD:CANCEL");
  expect(anew?.subject).toContain("Invitation");
  expect(anew?.ics).toContain("METHOD:REQUEST");
  expect(anew?.ics).toContain("SEQUENCE:4");
  await expect(made(manager, { ...on(1), roomId: room })).rejects.toMatchObject({ reason: "double_booked" });
});

it("brings back what the same act cancelled of a series, and nothing that was cancelled before", async () => {
  const { id } = await made(manager, { ...on(2), repeat: "weekly", until: "2027-11-30" });
  const ids = (
    await owner.query<{ id: string }>(
      "SELECT id FROM appointments WHERE series_id = (SELECT series_id FROM appointments WHERE id = $1) ORDER BY starts_at",
      [id],
    )
  ).rows.map((row) => row.id) as [string, string, string, string, string];
  await cancelled(ids[4]);
  const following = await cancelled(ids[1], 1, "following");
  await expect(restored(following)).resolves.toEqual({ id: ids[1], count: 3 });
  const off = await owner.query<{ id: string }>(
    "SELECT id FROM appointments WHERE id = ANY($1) AND status = 'cancelled'",
    [ids],
  );
  expect(off.rows).toEqual([{ id: ids[4] }]);
});

it("is refused when the room has been taken since, to strangers to it, in an old state, and when it is on", async () => {
  const { id } = await made(manager, { ...on(3), roomId: room });
  const at = await cancelled(id);
  await expect(restored(at, lab.actors.technician)).rejects.toMatchObject({ code: "forbidden" });
  await expect(restored({ id, version: 1 })).rejects.toMatchObject({ reason: "stale" });
  const other = await made(lab.actors.staff, { ...on(3), roomId: room, title: "Instead" });
  await expect(restored(at)).rejects.toThrow("Blue room is booked Wed, 3 Nov 2027, 10:00–11:00 (Instead).");
  await expect(restored({ id: other.id, version: 1 })).rejects.toMatchObject({ reason: "not_cancelled" });
  await expect(restored({ id: crypto.randomUUID(), version: 1 })).rejects.toMatchObject({ code: "not_found" });
});

it("one of many at once brings it back, and the machine is planned down once", async () => {
  const machine = await buildMachine(owner, lab.id);
  const { id } = await made(manager, { ...on(4), type: "equipment_service", equipmentId: machine });
  const at = await cancelled(id, 2);
  const all = await Promise.allSettled(Array.from({ length: 12 }, () => restored(at)));
  expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const down = await owner.query("SELECT FROM equipment_downtimes WHERE equipment_id = $1 AND planned", [machine]);
  expect(down.rowCount).toBe(1);
});
