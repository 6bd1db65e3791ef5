import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { answerAppointment } from "./answer-appointment";
import { changeAppointment } from "./change-appointment";
import { changeSchema } from "./schema";
import { made, meeting } from "./testing";

const database = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
beforeAll(async () => {
  owner = await database.ownerPool.connect();
  lab = await buildLab(owner);
});
afterAll(() => owner.release());

const GUEST = { name: "Dr Reid", email: "reid@practice.test" };

it.each([
  ["without guests", true, []],
  ["with a guest", true, [GUEST]],
  ["with guests alone", false, [GUEST]],
])("a change of words leaves what the invited answered, %s", async (_name, withPeople, guests) => {
  const { manager, technician } = lab.actors;
  const people = withPeople ? [manager.userId as string, technician.userId as string] : [];
  const day = withPeople ? `2027-11-0${guests.length + 1}` : "2027-11-03";
  const { id } = await made(manager, { day, people, guests });
  if (withPeople) await asActor(technician, (tx) => answerAppointment({ actor: technician, tx }, { id, answer: "no" }));
  await owner.query(
    "UPDATE appointment_people SET answer = 'yes' WHERE appointment_id = $1 AND guest_email IS NOT NULL",
    [id],
  );
  const answers = async () =>
    (
      await owner.query(
        "SELECT user_id, answer, is_booked FROM appointment_people WHERE appointment_id = $1 AND removed_at IS NULL ORDER BY id",
        [id],
      )
    ).rows;
  const before = await answers();
  // Their time was taken by something else since they said no.
  if (withPeople) await made(lab.actors.staff, { day, people: [technician.userId as string], title: randomUUID() });
  const { idempotencyKey: _key, repeat: _repeat, until: _until, ...words } = meeting({ day, people, guests });
  const input = changeSchema.parse({ ...words, id, version: 1, scope: "this", title: "Evening round" });
  await asActor(manager, (tx) => changeAppointment({ actor: manager, tx }, input));
  expect(await answers()).toEqual(before);
});
