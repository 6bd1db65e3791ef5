import type { PoolClient } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { readAppointment } from "./appointment-page";
import { cancelAppointment } from "./cancel-appointment";
import { findDentists } from "./choices";
import { restoreAppointment } from "./restore-appointment";
import { buildMachine, made } from "./testing";

const database = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let manager: Actor;

beforeAll(async () => {
  owner = await database.ownerPool.connect();
  lab = await buildLab(owner);
  manager = lab.actors.manager;
});
afterAll(() => owner.release());

const planOf = async (machine: string) =>
  (
    await owner.query<{ id: string }>(
      "INSERT INTO maintenance_plans (lab_id, equipment_id, name, every, unit, counts_from) VALUES ($1, $2, 'Spindle service', 1, 'months', '2027-09-01') RETURNING id",
      [lab.id, machine],
    )
  ).rows[0]?.id as string;
const planned = async (plan: string) =>
  (await owner.query("SELECT FROM equipment_downtimes WHERE maintenance_plan_id = $1 AND planned", [plan])).rowCount;

it("the standstill of a service counts for its maintenance plan, until it is cancelled and from when it is taken back", async () => {
  const machine = await buildMachine(owner, lab.id);
  const planId = await planOf(machine);
  const { id } = await made(manager, { type: "equipment_service", equipmentId: machine, planId });
  expect(await planned(planId)).toBe(1);
  const page = await asActor(manager, (tx) => readAppointment(tx, manager, id));
  expect(page?.plan).toEqual({ id: planId, name: "Spindle service" });
  const at = await asActor(manager, (tx) =>
    cancelAppointment({ actor: manager, tx }, { id, version: 2, scope: "this", note: null }),
  );
  expect(await planned(planId)).toBe(0);
  await asActor(manager, (tx) => restoreAppointment({ actor: manager, tx }, at));
  expect(await planned(planId)).toBe(1);
});

it("a plan of another machine, or of a meeting, is not taken over", async () => {
  const [machine, other] = [await buildMachine(owner, lab.id), await buildMachine(owner, lab.id)];
  const planId = await planOf(other);
  await made(manager, { day: "2027-09-09", type: "equipment_service", equipmentId: machine, planId });
  await made(manager, { day: "2027-09-10", planId });
  expect(await planned(planId)).toBe(0);
});

it("dentists with an address are found by name and by practice, those of the practice named first, of this lab alone", async () => {
  const dentist = async (name: string, email: string | null, practice: string) => {
    const row = await owner.query<{ id: string }>(
      "INSERT INTO dentist_profiles (lab_id, full_name, licence_number, email) VALUES ($1, $2, $2, $3) RETURNING id",
      [lab.id, name, email],
    );
    await owner.query("INSERT INTO practice_dentists (lab_id, practice_id, dentist_id) VALUES ($1, $2, $3)", [
      lab.id,
      practice,
      row.rows[0]?.id,
    ]);
  };
  const practice = await owner.query<{ id: string }>(
    "INSERT INTO practices (lab_id, code, name, address_line1, postcode) VALUES ($1, 'ELM', 'Elm_100% Dental', '1 Elm', 'N1') RETURNING id",
    [lab.id],
  );
  const elm = practice.rows[0]?.id as string;
  await dentist("Dr Zoe Adler", "zoe@elm.test", elm);
  await dentist("Dr Quiet", null, elm);
  await dentist("Dr Abel Winter", "abel@oak.test", lab.practiceId);
  const find = async (words: string, practiceId: string | null = null, actor = manager) =>
    (await asActor(actor, (tx) => findDentists({ tx }, { words, practiceId }))).dentists.map(({ name }) => name);
  expect(await find("winter")).toEqual(["Dr Abel Winter"]);
  expect(await find("elm_100%")).toEqual(["Dr Zoe Adler"]);
  expect((await find("", elm))[0]).toBe("Dr Zoe Adler");
  expect(await find("quiet")).toEqual([]);
  const stranger = (await buildLab(owner)).actors.manager;
  expect(await find("winter", null, stranger)).toEqual([]);
});
