import type { PoolClient } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { answerInvitation } from "./by-link";
import { cancelAppointment } from "./cancel-appointment";
import { ownInvitations } from "./own-invitations";
import { made } from "./testing";

const database = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let dentist: Actor;

beforeAll(async () => {
  owner = await database.ownerPool.connect();
  lab = await buildLab(owner);
  dentist = lab.actors.dentist;
});
afterAll(() => owner.release());

const addressOf = (actor: Actor) => actor.email as string;
const own = (actor: Actor) => asActor(actor, ownInvitations);
const invite = (email: string, more: object = {}) =>
  made(lab.actors.manager, { guests: [{ name: "Dr Test", email }], location: "At the practice", ...more });

it("shows a dentist what they are invited to by their address, lets them answer, and forgets what is cancelled", async () => {
  const { id } = await invite(addressOf(dentist).toUpperCase(), { title: "Try-in" });
  await invite("somebody@else.test", { title: "Not theirs" });
  const [found, ...others] = await own(dentist);
  expect(others).toEqual([]);
  expect(found).toMatchObject({ title: "Try-in", where: "At the practice", organiser: "Test manager", answer: null });
  await answerInvitation(
    { lab: dentist.lab.slug, token: found?.token ?? "", answer: "yes" },
    { ip: "10.0.0.8", userAgent: "test" },
  );
  expect((await own(dentist))[0]?.answer).toBe("yes");
  const actor = lab.actors.manager;
  await asActor(actor, (tx) => cancelAppointment({ actor, tx }, { id, version: 1, scope: "this", note: null }));
  expect(await own(dentist)).toEqual([]);
});

it("shows nothing of another lab's, nothing that is over, and no table of it", async () => {
  const elsewhere = await buildLab(owner);
  await owner.query("SELECT set_config('app.lab_id', $1, false)", [lab.id]);
  await invite(addressOf(elsewhere.actors.dentist));
  expect(await own(elsewhere.actors.dentist)).toEqual([]);
  await invite(addressOf(dentist), { day: "2024-03-04", endDay: "2024-03-04" });
  expect(await own(dentist)).toEqual([]);
  await expect(asActor(dentist, (tx) => tx.rows(sql`SELECT FROM appointment_people`))).rejects.toThrow(
    /permission|denied/i,
  );
});

it("shows what went to the address of their profile, not to that of another dentist", async () => {
  await owner.query("UPDATE dentist_profiles SET email = 'dr@profile.test' WHERE lab_id = $1 AND id = $2", [
    lab.id,
    lab.dentistId,
  ]);
  await owner.query(
    "INSERT INTO dentist_profiles (lab_id, full_name, licence_number, email) VALUES ($1, 'Dr Other', 'X', 'other@profile.test')",
    [lab.id],
  );
  await invite("dr@profile.test", { title: "By profile", startsAt: "12:00", endsAt: "13:00" });
  await invite("other@profile.test", { title: "Other", startsAt: "14:00", endsAt: "15:00" });
  expect((await own(dentist)).map(({ title }) => title)).toEqual(["By profile"]);
});
