import { hash } from "@node-rs/argon2";
import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { endOtherSessions, endSession } from "./account/sessions";
import type { Context } from "./action";
import type { Actor } from "./actor";
import { Refusal } from "./errors";
import { MAX_GUESSES } from "./guesses";
import { endPerson, restorePerson } from "./people/change-people";
import { resetPassword } from "./recovery/reset";
import { signedInBy } from "./session";
import { signIn } from "./sign-in";
import { newToken } from "./tokens";
import { changeRole, disableUser, enableUser } from "./users/membership";

const db = useDatabase();
let lab: BuiltLab;
let other: BuiltLab;
const password = "the right password";
const nowhere = { ip: null, userAgent: "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36" };

beforeAll(async () => {
  const owner = await db.ownerPool.connect();
  [lab, other] = [await buildLab(owner), await buildLab(owner)];
  owner.release();
  await db.ownerPool.query("UPDATE users SET password_hash = $1", [await hash(password)]);
});

const enter = (actor: Actor) => signIn({ email: actor.email ?? "", password }, nowhere);
const as = (actor: Actor) => ({ actor }) as Context;
const reasonOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "in",
    (error: unknown) => (error instanceof Refusal ? `${error.reason}: ${error.message}` : String(error)),
  );
const roleId = async (actor: Actor, key: string) =>
  (await db.ownerPool.query("SELECT id FROM roles WHERE lab_id = $1 AND key = $2", [actor.lab.id, key])).rows[0].id;

test("20 guesses at once get 10 tries, and a right one is locked out too; unknown addresses are answered alike", async () => {
  const known = lab.actors.technician.email ?? "";
  const answers: string[][] = [];
  for (const email of [known, "nobody@test.casepan.test"]) {
    const guesses = Array.from({ length: 20 }, () => reasonOf(signIn({ email, password: "wrong" }, nowhere)));
    answers.push((await Promise.all(guesses)).sort());
    answers.push([await reasonOf(signIn({ email: email.toUpperCase(), password }, nowhere))]);
  }
  expect(answers[0]?.filter((answer) => answer.startsWith("wrong_password"))).toHaveLength(MAX_GUESSES);
  expect(answers[0]?.filter((answer) => answer.startsWith("locked"))).toHaveLength(20 - MAX_GUESSES);
  expect(answers[1]?.[0]).toMatch(/^locked/);
  expect(answers.slice(2)).toEqual(answers.slice(0, 2));
  const { rows } = await db.ownerPool.query(
    "SELECT failed_sign_ins, locked_until > now() AS locked FROM users WHERE email = $1",
    [known],
  );
  expect(rows).toEqual([{ failed_sign_ins: MAX_GUESSES, locked: true }]);

  await db.ownerPool.query("UPDATE rate_limits SET expire = 1");
  expect(await reasonOf(enter(lab.actors.technician))).toBe("in");
});

test("a session says who, in the only lab and default practice, until it is revoked, too old or unused too long", async () => {
  const sessionId = await enter(lab.actors.dentist);
  const { actor } = (await signedInBy(sessionId, nowhere)) ?? {};
  expect(actor).toMatchObject({
    userId: lab.actors.dentist.userId,
    lab: { id: lab.id },
    practice: { id: lab.practiceId },
    audience: "portal",
  });
  const { rows } = await db.ownerPool.query("SELECT device FROM sessions WHERE id = $1", [sessionId]);
  expect(rows).toEqual([{ device: "Chrome on Windows" }]);
  for (const [change, back] of [
    ["revoked_at = now()", "revoked_at = NULL"],
    [
      "created_at = now() - interval '31 days', expires_at = now() - interval '1 second'",
      "expires_at = now() + interval '1 day'",
    ],
    ["last_seen_at = now() - interval '13 hours'", "last_seen_at = now()"],
  ]) {
    await db.ownerPool.query(`UPDATE sessions SET ${change} WHERE id = $1`, [sessionId]);
    expect(await signedInBy(sessionId, nowhere)).toBeNull();
    await db.ownerPool.query(`UPDATE sessions SET ${back} WHERE id = $1`, [sessionId]);
    expect((await signedInBy(sessionId, nowhere))?.actor?.userId).toBe(lab.actors.dentist.userId);
  }
});

test("a screen that refreshes by itself does not keep a session from ending for want of use, a person who acts does", async () => {
  const sessionId = await enter(lab.actors.manager);
  const seen = async () =>
    (
      await db.ownerPool.query("SELECT last_seen_at > now() - interval '1 hour' AS now FROM sessions WHERE id = $1", [
        sessionId,
      ])
    ).rows[0]?.now;
  await db.ownerPool.query("UPDATE sessions SET last_seen_at = now() - interval '11 hours' WHERE id = $1", [sessionId]);
  expect((await signedInBy(sessionId, nowhere, false))?.actor).not.toBeNull();
  expect(await seen()).toBe(false);
  await signedInBy(sessionId, nowhere);
  expect(await seen()).toBe(true);
});

test("a changed role and a disabled membership count on the next request", async () => {
  const { admin, staff } = lab.actors;
  const sessionId = await enter(staff);
  const rights = async () => (await signedInBy(sessionId, nowhere))?.actor?.permissions.has("practices.import");
  expect(await rights()).toBe(true);
  await changeRole(as(admin), { userId: staff.userId ?? "", roleId: await roleId(staff, "technician") });
  expect(await rights()).toBe(false);
  await disableUser(as(admin), { userId: staff.userId ?? "" });
  expect((await signedInBy(sessionId, nowhere))?.actor).toBeNull();
  await enableUser(as(admin), { userId: staff.userId ?? "" });
  expect((await signedInBy(sessionId, nowhere))?.actor?.role.kind).toBe("technician");
});

test("whoever no longer acts for a practice sees nothing of it from the next request on, until that is taken back", async () => {
  const { dentist, admin } = lab.actors;
  const sessionId = await enter(dentist);
  const practice = async () => (await signedInBy(sessionId, nowhere))?.actor?.practice;
  expect(await practice()).toMatchObject({ id: lab.practiceId });
  const member = await db.ownerPool.query("SELECT id FROM practice_members WHERE user_id = $1", [dentist.userId]);
  const memberId = member.rows[0].id as string;
  expect(await reasonOf(endPerson(as(other.actors.admin), { memberId }))).toMatch(/^not_found/);
  await endPerson(as(admin), { memberId });
  expect(await practice()).toBeNull();
  expect(await reasonOf(restorePerson(as(other.actors.admin), { memberId }))).toMatch(/^not_found/);
  await restorePerson(as(admin), { memberId });
  expect(await practice()).toMatchObject({ id: lab.practiceId });
  expect(await reasonOf(restorePerson(as(admin), { memberId }))).toMatch(/^already_member/);
});

test("another lab's people are not an admin's to change, nor anyone else's sessions to end", async () => {
  const { admin } = lab.actors;
  const stranger = other.actors.staff;
  const userId = stranger.userId ?? "";
  const sessionId = await enter(stranger);
  const technician = await roleId(admin, "technician");
  const attempts = [
    () => disableUser(as(admin), { userId }),
    () => changeRole(as(admin), { userId, roleId: technician }),
    () => endSession(as(admin), { sessionId }),
    () => endSession(as(other.actors.admin), { sessionId }),
  ];
  for (const attempt of attempts) expect(await reasonOf(attempt())).toMatch(/^not_found/);
  const foreignRole = { userId: lab.actors.driver.userId ?? "", roleId: await roleId(stranger, "staff") };
  expect(await reasonOf(changeRole(as(admin), foreignRole))).toMatch(/^invalid/);
  expect((await signedInBy(sessionId, nowhere))?.actor?.role.kind).toBe("staff");
  const second = await enter(stranger);
  expect(await endOtherSessions(as({ ...stranger, sessionId }))).toEqual({ ended: 1 });
  expect(await signedInBy(second, nowhere)).toBeNull();
  expect(await signedInBy(sessionId, nowhere)).not.toBeNull();
});

test("of two admins who demote each other at once, one stays", async () => {
  const { admin, manager } = other.actors;
  await changeRole(as(admin), { userId: manager.userId ?? "", roleId: await roleId(admin, "admin") });
  const demoted = await roleId(admin, "manager");
  const answers = await Promise.all([
    reasonOf(changeRole(as(admin), { userId: manager.userId ?? "", roleId: demoted })),
    reasonOf(changeRole(as(manager), { userId: admin.userId ?? "", roleId: demoted })),
  ]);
  expect(answers.map((answer) => answer.split(":")[0]).sort()).toEqual(["in", "last_admin"]);
});

test("a reset link works once, even twice at the same moment, ends all sessions and lifts the lock", async () => {
  const { driver } = lab.actors;
  const email = driver.email ?? "";
  const sessionId = await enter(driver);
  for (let n = 0; n < MAX_GUESSES; n++) await reasonOf(signIn({ email, password: "wrong" }, nowhere));
  const { token, hash: kept } = newToken();
  await db.ownerPool.query(
    "INSERT INTO password_reset_tokens (user_id, token_hash, expires_at) VALUES ($1, $2, now() + interval '1 hour')",
    [driver.userId, kept],
  );
  const answers = await Promise.all(
    ["first new password", "second new password"].map((chosen) => reasonOf(resetPassword({ token, password: chosen }))),
  );
  expect(answers.map((answer) => answer.split(":")[0]).sort()).toEqual(["in", "token_spent"]);
  expect(await signedInBy(sessionId, nowhere)).toBeNull();
  const chosen = answers[0] === "in" ? "first new password" : "second new password";
  expect(await reasonOf(signIn({ email, password }, nowhere))).toMatch(/^wrong_password/);
  expect(await reasonOf(signIn({ email, password: chosen }, nowhere))).toBe("in");
});

test("an expired link is refused", async () => {
  const { token, hash: kept } = newToken();
  await db.ownerPool.query(
    "INSERT INTO password_reset_tokens (user_id, token_hash, created_at, expires_at) VALUES ($1, $2, now() - interval '2 hours', now() - interval '1 hour')",
    [lab.actors.driver.userId, kept],
  );
  expect(await reasonOf(resetPassword({ token, password: "a third password" }))).toMatch(/^token_spent/);
});
