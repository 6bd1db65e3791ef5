import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Context } from "@/lib/access/action";
import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { asRefusal } from "@/lib/db/refusals";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { buildColleague, buildLeave, buildProfile } from "../testing/rostered";
import { openOffers, type ShiftOffer } from "./offers";
import { moveShift } from "./plan-shift";
import { answerOffer, decideSwap, offerShift, withdrawOffer } from "./swap-shift";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let giver: Actor;
let taker: Actor;
let takerProfile: string;
let shift: string;
const DAY = "2099-03-03";

beforeAll(async () => {
  owner = await db.ownerPool.connect();
});
beforeEach(async () => {
  lab = await buildLab(owner);
  giver = lab.actors.technician;
  const colleague = await buildColleague(owner, lab.id, "cam");
  taker = { ...giver, userId: colleague.userId, name: "Colleague" };
  takerProfile = colleague.profileId;
  shift = await buildShift(await buildProfile(owner, lab.id, giver.userId, "cam"));
});
afterAll(() => owner.release());

async function buildShift(profileId: string, hours = ["08:00", "16:00"], published = true, day = DAY) {
  const made = await owner.query<{ id: string }>(
    `INSERT INTO shifts (lab_id, staff_profile_id, starts_at, ends_at, published_at)
     VALUES ($1, $2, $3, $4, CASE WHEN $5 THEN now() END) RETURNING id`,
    [lab.id, profileId, `${day}T${hours[0]}Z`, `${day}T${hours[1]}Z`, published],
  );
  return (made.rows[0] as { id: string }).id;
}
const as = <T>(actor: Actor, work: (context: Context) => Promise<T>) => asActor(actor, (tx) => work({ actor, tx }));
const row = async (id = shift) =>
  (
    await owner.query<{ version: number; user_id: string; offered_to_id: string | null; taken_at: Date | null }>(
      "SELECT s.version, p.user_id, s.offered_to_id, s.taken_at FROM shifts s JOIN staff_profiles p ON p.id = s.staff_profile_id WHERE s.id = $1",
      [id],
    )
  ).rows[0] as { version: number; user_id: string; offered_to_id: string | null; taken_at: Date | null };
const seen = async (id = shift) => ({ id, version: (await row(id)).version });
const offer = async (by = giver, to = taker.userId as string, id = shift) => {
  const at = await seen(id);
  return as(by, (c) => offerShift(c, { ...at, userId: to }));
};
const answer = async (yes = true, by = taker) => {
  const at = await seen();
  return as(by, (c) => answerOffer(c, { ...at, yes }));
};
const decide = async (yes = true) => {
  const at = await seen();
  return as(lab.actors.manager, (c) => decideSwap(c, { ...at, yes }));
};
const reasonOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (thrown: unknown) => asRefusal(thrown)?.reason,
  );
const titles = async () =>
  (
    await owner.query<{ title: string }>(
      "SELECT payload->'notice'->>'title' AS title FROM outbox WHERE lab_id = $1 AND topic = 'notify' ORDER BY id",
      [lab.id],
    )
  ).rows.map(({ title }) => title);
const offersOf = (actor: Actor, everybodys = false): Promise<ShiftOffer[]> =>
  as(actor, (c) => openOffers(c.tx, everybodys ? null : actor.userId));

test("offered, taken and approved, a shift is the colleague's, and each is told", async () => {
  await offer();
  expect((await row()).user_id).toBe(giver.userId);
  expect(await offersOf(taker)).toMatchObject([
    { id: shift, userId: giver.userId, toUserId: taker.userId, taken: false },
  ]);
  expect(await reasonOf(decide())).toBe("not_taken");
  await answer();
  expect(await offersOf(lab.actors.manager, true)).toMatchObject([{ taken: true }]);
  expect(await offersOf(lab.actors.staff)).toEqual([]);
  await decide();
  expect(await row()).toMatchObject({ user_id: taker.userId, offered_to_id: null, taken_at: null });
  const words = "the shift of Tue 3 Mar, 08:00–16:00";
  expect(await titles()).toEqual([
    `Test technician offers you ${words}`,
    `Colleague takes ${words} of Test technician: approve the swap`,
    `Colleague takes ${words}`,
    `The shift of Tue 3 Mar, 08:00–16:00 is Colleague's now`,
  ]);
});

test("declined, withdrawn or refused, it stays with its person and can be offered anew", async () => {
  await offer();
  await answer(false);
  expect(await row()).toMatchObject({ user_id: giver.userId, offered_to_id: null });
  await offer();
  const at = await seen();
  await as(giver, (c) => withdrawOffer(c, at));
  await offer();
  await answer();
  await decide(false);
  expect(await row()).toMatchObject({ user_id: giver.userId, offered_to_id: null, taken_at: null });
});

test("the database lets no swap make two shifts of a person overlap, nor leave be worked", async () => {
  await offer();
  await answer();
  await buildShift(takerProfile, ["12:00", "20:00"]);
  expect(await reasonOf(decide())).toBe("shift_overlaps");
  expect((await row()).user_id).toBe(giver.userId);
  await buildLeave(owner, lab, takerProfile, { from: DAY, to: DAY });
  expect(await reasonOf(decide())).toBe("on_leave");
  await as(giver, async (c) => withdrawOffer(c, await seen()));
  expect(await reasonOf(offer())).toBe("on_leave");
});

test("only its person offers, only to another, only once, only what is published and to come", async () => {
  const other = await buildLab(owner);
  expect(await reasonOf(offer(taker, giver.userId as string))).toBe("not_found");
  expect(await reasonOf(offer(giver, giver.userId as string))).toBe("invalid");
  expect(await reasonOf(offer(giver, other.actors.technician.userId as string))).toBe("not_found");
  const profile = (await owner.query("SELECT staff_profile_id AS id FROM shifts WHERE id = $1", [shift])).rows[0].id;
  expect(await reasonOf(offer(giver, undefined, await buildShift(profile, undefined, false, "2099-03-04")))).toBe(
    "not_found",
  );
  expect(await reasonOf(offer(giver, undefined, await buildShift(profile, undefined, true, "2020-03-04")))).toBe(
    "shift_begun",
  );
  await offer();
  expect(await reasonOf(offer())).toBe("offered_already");
  expect(await reasonOf(answer(true, giver))).toBe("not_found");
  expect(await reasonOf(as(taker, (c) => answerOffer(c, { id: shift, version: 1, yes: true })))).toBe("stale");
  const foreign = { ...other.actors.manager };
  const at = await seen();
  expect(await reasonOf(as(foreign, (c) => decideSwap(c, { ...at, yes: true })))).toBe("not_found");
});

test("of an approval and a move at the same moment one wins, and a move ends the offer", async () => {
  await offer();
  await answer();
  const at = await seen();
  const outcomes = await Promise.allSettled([
    as(lab.actors.manager, (c) => decideSwap(c, { ...at, yes: true })),
    as(lab.actors.admin, (c) => moveShift(c, { ...at, userId: giver.userId as string, day: "2099-03-05" })),
  ]);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await row()).toMatchObject({ offered_to_id: null, taken_at: null });
});
