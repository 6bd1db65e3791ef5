import { beforeAll, expect, test } from "vitest";
import { asAuth } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import type { Context } from "../action";
import type { Actor } from "../actor";
import { Refusal } from "../errors";
import { resetPassword, resetSubject } from "../recovery/reset";
import { writeResetLetter } from "../recovery/reset-letter";
import { confirmAddress, sendVerification } from "../recovery/verify";
import { signedInBy } from "../session";
import { signIn } from "../sign-in";
import { inviteUser } from "./invite";

const db = useDatabase();
let lab: BuiltLab;
let other: BuiltLab;
const nowhere = { ip: null, userAgent: null };
const as = (actor: Actor) => ({ actor }) as Context;

beforeAll(async () => {
  const owner = await db.ownerPool.connect();
  [lab, other] = [await buildLab(owner), await buildLab(owner)];
  owner.release();
});

const letters = async (to: string) =>
  (
    await db.ownerPool.query(
      "SELECT lab_id, text_body, confidential FROM mail_messages WHERE to_address = $1 ORDER BY id",
      [to],
    )
  ).rows;
const tokenIn = (text: string) => /token=([\w-]{43})/.exec(text)?.[1] ?? "";
const roleId = async (actor: Actor, key: string) =>
  (await db.ownerPool.query("SELECT id FROM roles WHERE lab_id = $1 AND key = $2", [actor.lab.id, key])).rows[0].id;
async function resetLetter(email: string) {
  const client = await db.ownerPool.connect();
  await writeResetLetter(client, email);
  client.release();
}
const fieldsOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "accepted",
    (error: unknown) => (error instanceof Refusal ? Object.keys(error.fieldErrors ?? { [error.reason]: 1 }) : error),
  );

test("an invited dentist sets a password by the letter and is in, at their practice", async () => {
  const { admin, dentist } = lab.actors;
  const invitation = { email: "nora@test.casepan.test", name: "Nora", roleId: await roleId(admin, "dentist") };
  expect(await fieldsOf(inviteUser(as(admin), invitation))).toEqual(["practiceId"]);
  const foreign = inviteUser(as(admin), { ...invitation, practiceId: other.practiceId });
  expect(await fieldsOf(foreign)).toEqual(["practiceId"]);
  const twice = [1, 2].map(() => fieldsOf(inviteUser(as(admin), { ...invitation, practiceId: lab.practiceId })));
  expect((await Promise.all(twice)).sort()).toEqual(["accepted", ["email"]]);
  const [letter, ...more] = await letters("nora@test.casepan.test");
  expect(more).toEqual([]);
  expect(letter).toMatchObject({ lab_id: lab.id, confidential: true });
  await resetPassword({ token: tokenIn(letter.text_body), password: "a new password" });
  const sessionId = await signIn({ email: "nora@test.casepan.test", password: "a new password" }, nowhere);
  expect((await signedInBy(sessionId, nowhere))?.actor).toMatchObject({
    lab: { id: lab.id },
    practice: { id: dentist.practice?.id },
    permissions: new Set(dentist.permissions),
  });
});

test("someone who has an account is let in without a link that would open their other lab", async () => {
  const { staff } = other.actors;
  const email = staff.email ?? "";
  await inviteUser(as(lab.actors.admin), { email, name: "X", roleId: await roleId(lab.actors.admin, "staff") });
  const [letter] = await letters(email);
  expect(letter.text_body).not.toContain("token=");
  await resetLetter(email);
  const [, reset] = await letters(email);
  expect(reset).toMatchObject({ lab_id: null, confidential: true });
  const { rows } = await db.ownerPool.query("SELECT name FROM users WHERE email = $1", [email]);
  expect(rows).toEqual([{ name: staff.name }]);
});

test("a forgotten password's letter goes to accounts alone, and its link names its account", async () => {
  const email = lab.actors.manager.email ?? "";
  await resetLetter("nobody@test.casepan.test");
  await resetLetter(email);
  expect(await letters("nobody@test.casepan.test")).toEqual([]);
  const [letter] = await letters(email);
  expect(letter.lab_id).toBe(lab.id);
  expect(await resetSubject(tokenIn(letter.text_body))).toMatchObject({ email });
});

test("a changed address counts once its link is used, once, and never another account's", async () => {
  const { technician, manager } = lab.actors;
  const user = { id: technician.userId ?? "", name: technician.name };
  const move = async (to: string) => {
    await asAuth((tx) => sendVerification(tx, user, to, lab.id));
    return tokenIn((await letters(to)).at(-1).text_body);
  };
  const token = await move("new@test.casepan.test");
  expect(await confirmAddress({ token })).toEqual({ email: "new@test.casepan.test" });
  expect(await fieldsOf(confirmAddress({ token }))).toEqual(["token_spent"]);
  expect(await fieldsOf(confirmAddress({ token: await move(manager.email ?? "") }))).toEqual(["address_taken"]);
  const { rows } = await db.ownerPool.query("SELECT email FROM users WHERE id = $1", [user.id]);
  expect(rows).toEqual([{ email: "new@test.casepan.test" }]);
});

test("a newer address makes the link to a mistyped one useless, and a move spends links to set a password", async () => {
  const { driver } = lab.actors;
  const user = { id: driver.userId ?? "", name: driver.name };
  const linkTo = async (to: string) => {
    await asAuth((tx) => sendVerification(tx, user, to, lab.id));
    return tokenIn((await letters(to)).at(-1).text_body);
  };
  const mistyped = await linkTo("stranger@test.casepan.test");
  const right = await linkTo("right@test.casepan.test");
  await resetLetter(driver.email ?? "");
  const reset = tokenIn((await letters(driver.email ?? "")).at(-1).text_body);
  expect(await fieldsOf(confirmAddress({ token: mistyped }))).toEqual(["token_spent"]);
  expect(await confirmAddress({ token: right })).toEqual({ email: "right@test.casepan.test" });
  expect(await resetSubject(reset)).toBeNull();
});
