import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import type { Context } from "../action";
import type { Actor } from "../actor";
import { Refusal } from "../errors";
import { resetPassword } from "../recovery/reset";
import { signedInBy } from "../session";
import { signIn } from "../sign-in";
import { changeRights, endPerson, invitePerson, inviteToPractice, restorePerson, startHere } from "./change-people";
import { peopleOf } from "./queries";
import type { PracticeRight } from "./rights";

const db = useDatabase();
const nowhere = { ip: null, userAgent: null };
const as = (actor: Actor) => ({ actor }) as Context;
const ALL: PracticeRight[] = ["portal.submit", "portal.approve", "portal.invoices", "portal.people", "messages.use"];
let lab: BuiltLab;
let other: BuiltLab;

beforeAll(async () => {
  const owner = await db.ownerPool.connect();
  [lab, other] = [await buildLab(owner), await buildLab(owner)];
  owner.release();
});

const reasonOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    (error: unknown) => (error instanceof Refusal ? error.reason : String(error)),
  );
const letterTo = async (to: string) =>
  (
    await db.ownerPool.query(
      "SELECT text_body, lab_id, confidential FROM mail_messages WHERE to_address = $1 ORDER BY id DESC",
      [to],
    )
  ).rows[0];
const memberOf = async (actor: Actor) =>
  (
    await db.ownerPool.query("SELECT id FROM practice_members WHERE user_id = $1 AND deleted_at IS NULL", [
      actor.userId,
    ])
  ).rows[0].id as string;
const setRights = async (memberId: string, rights: PracticeRight[]) =>
  db.ownerPool.query("UPDATE practice_members SET rights = $2 WHERE id = $1", [memberId, rights]);

/** Invites someone to the dentist's practice and signs them in. */
async function join(
  email: string,
  rights: PracticeRight[],
): Promise<{ memberId: string; sessionId: string; actor: Actor }> {
  const { memberId } = await invitePerson(as(lab.actors.dentist), {
    name: "Robin Hale",
    email,
    role: "practice_staff",
    rights,
  });
  const token = /token=([\w-]{43})/.exec((await letterTo(email)).text_body)?.[1] ?? "";
  await resetPassword({ token, password: "a long password" });
  const sessionId = await signIn({ email, password: "a long password" }, nowhere);
  return { memberId, sessionId, actor: (await signedInBy(sessionId, nowhere))?.actor as Actor };
}

test("an invited person is in at the practice, as its staff, with the rights given and no more", async () => {
  const { actor } = await join("robin@test.casepan.test", ["portal.invoices"]);
  expect(actor).toMatchObject({ practice: { id: lab.practiceId }, role: { kind: "dentist", name: "Practice staff" } });
  expect([...actor.permissions].sort()).toEqual(["account.manage", "files.view", "portal.invoices", "portal.view"]);
  expect(await letterTo("robin@test.casepan.test")).toMatchObject({ lab_id: lab.id, confidential: true });
  const again = { name: "Robin", email: "robin@test.casepan.test", role: "practice_staff" as const, rights: [] };
  expect(await reasonOf(invitePerson(as(lab.actors.dentist), again))).toBe("already_member");
});

test("changed rights count on the next request of a session that is open", async () => {
  const { memberId, sessionId } = await join("alex@test.casepan.test", ["portal.submit", "portal.people"]);
  const may = async () => (await signedInBy(sessionId, nowhere))?.actor?.permissions;
  expect((await may())?.has("portal.submit")).toBe(true);
  await changeRights(as(lab.actors.dentist), { memberId, rights: ["portal.invoices"] });
  expect((await may())?.has("portal.submit")).toBe(false);
  expect((await may())?.has("portal.invoices")).toBe(true);
  await endPerson(as(lab.actors.dentist), { memberId });
  const ended = (await signedInBy(sessionId, nowhere))?.actor;
  expect([ended?.practice, ended?.permissions.has("portal.invoices")]).toEqual([null, false]);
  await restorePerson(as(lab.actors.dentist), { memberId });
  expect((await may())?.has("portal.invoices")).toBe(true);
});

test("nobody of a practice gives a right they do not hold, nor takes the last manager of people away", async () => {
  const { memberId, actor } = await join("kit@test.casepan.test", ["portal.people"]);
  const self = await memberOf(lab.actors.dentist);
  expect(await reasonOf(changeRights(as(actor), { memberId, rights: ["portal.people", "portal.invoices"] }))).toBe(
    "beyond_own_rights",
  );
  const invitation = {
    name: "X",
    email: "x@test.casepan.test",
    role: "dentist" as const,
    rights: ["portal.submit"] as PracticeRight[],
  };
  expect(await reasonOf(invitePerson(as(actor), invitation))).toBe("beyond_own_rights");
  expect(await reasonOf(changeRights(as(actor), { memberId: self, rights: ["portal.people", "portal.submit"] }))).toBe(
    "done",
  );
  await changeRights(as(lab.actors.dentist), { memberId, rights: [] });
  expect(await reasonOf(endPerson(as(lab.actors.dentist), { memberId: self }))).toBe("last_manager");
  expect(await reasonOf(changeRights(as(lab.actors.dentist), { memberId: self, rights: [] }))).toBe("last_manager");
  expect(await reasonOf(changeRights(as(lab.actors.staff), { memberId: self, rights: ["portal.people"] }))).toBe(
    "done",
  );
  await setRights(self, ALL);
});

test("of two managers who end each other at once, one stays", async () => {
  const { memberId, actor } = await join("sam@test.casepan.test", ALL);
  const self = await memberOf(lab.actors.dentist);
  const answers = await Promise.all([
    reasonOf(endPerson(as(lab.actors.dentist), { memberId })),
    reasonOf(endPerson(as(actor), { memberId: self })),
  ]);
  expect(answers.sort()).toEqual(["done", "last_manager"]);
  const { rows } = await db.ownerPool.query(
    "UPDATE practice_members SET deleted_at = CASE WHEN id = $1 THEN NULL ELSE coalesce(deleted_at, now()) END WHERE id = ANY($2) RETURNING id",
    [self, [self, memberId]],
  );
  expect(rows).toHaveLength(2);
});

test("people of another practice or lab are not to be seen, changed or ended, and the lab's own people not let in", async () => {
  const self = await memberOf(lab.actors.dentist);
  for (const stranger of [other.actors.dentist, other.actors.staff])
    for (const attempt of [
      () => endPerson(as(stranger), { memberId: self }),
      () => changeRights(as(stranger), { memberId: self, rights: [] }),
      () => restorePerson(as(stranger), { memberId: self }),
    ])
      expect(await reasonOf(attempt())).toBe("not_found");
  expect(await peopleOf(other.actors.staff, lab.practiceId)).toEqual([]);
  const email = lab.actors.technician.email ?? "";
  const invitation = { name: "T", email, role: "dentist" as const, rights: [] };
  expect(await reasonOf(invitePerson(as(lab.actors.dentist), invitation))).toBe("works_at_lab");
  expect(await reasonOf(inviteToPractice(as(other.actors.staff), { ...invitation, practiceId: lab.practiceId }))).toBe(
    "not_found",
  );
});

test("someone of another lab is let in by a letter without a link that would open that lab", async () => {
  const email = other.actors.dentist.email ?? "";
  await inviteToPractice(as(lab.actors.staff), {
    name: "N",
    email,
    role: "dentist",
    rights: ALL,
    practiceId: lab.practiceId,
  });
  expect((await letterTo(email)).text_body).not.toContain("token=");
  const { rows } = await db.ownerPool.query(
    "SELECT count(*)::int AS places FROM memberships WHERE user_id = $1 AND deleted_at IS NULL",
    [other.actors.dentist.userId],
  );
  expect(rows).toEqual([{ places: 2 }]);
});

test("the practice one starts at is one's own choice, and one at a time", async () => {
  const owner = await db.ownerPool.connect();
  await owner.query("SELECT set_config('app.lab_id', $1, false)", [lab.id]);
  const { rows } = await owner.query<{ id: string }>(
    "INSERT INTO practices (code, name, address_line1, postcode) VALUES ('second', 'A second one', 'x', 'G9 9ZZ') RETURNING id",
  );
  const practice = { id: rows[0]?.id as string, name: "A second one" };
  await owner.query("INSERT INTO practice_members (practice_id, user_id) VALUES ($1, $2)", [
    practice.id,
    lab.actors.dentist.userId,
  ]);
  owner.release();
  await startHere(as({ ...lab.actors.dentist, practice }));
  const defaults = await db.ownerPool.query(
    "SELECT practice_id FROM practice_members WHERE user_id = $1 AND is_default AND deleted_at IS NULL",
    [lab.actors.dentist.userId],
  );
  expect(defaults.rows).toEqual([{ practice_id: practice.id }]);
});
