import type { PoolClient } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Context } from "@/lib/access/action";
import { type Actor, systemActor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { asRefusal } from "@/lib/db/refusals";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { askRatings } from "./ask-ratings";
import { dismissRating, rateCase, recallRating } from "./rate";
import { openRatings } from "./rating-queries";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let other: BuiltLab;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
  [lab, other] = [await buildLab(owner), await buildLab(owner)];
});
afterAll(() => owner.release());

const reasonOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    (thrown: unknown) => asRefusal(thrown)?.reason ?? thrown,
  );
const as = <T>(actor: Actor, work: (context: Context) => Promise<T>) => asActor(actor, (tx) => work({ actor, tx }));
const ask = () => as(systemActor(lab.actors.admin.lab), askRatings);
const dentist = <T>(work: (context: Context) => Promise<T>) => as(lab.actors.dentist, work);
const answer = (id: string, overall: number) => ({
  id,
  overall,
  fit: 4,
  contacts: null,
  shade: null,
  timeliness: null,
  words: "Contacts were tight.",
});
async function deliveredAgo(days: number): Promise<string> {
  const { id } = await buildCase(owner, lab);
  await owner.query(
    "UPDATE cases SET status = 'delivered', submitted_at = now() - interval '40 days', delivered_at = now() - make_interval(days => $2) WHERE id = $1",
    [id, days],
  );
  return id;
}
const told = async (key: string) =>
  (
    await owner.query("SELECT payload FROM outbox WHERE topic = 'notify' AND payload -> 'notice' ->> 'key' LIKE $1", [
      key,
    ])
  ).rows;

it("asks once about what was delivered lately, not at once and not of old work, however often the job runs", async () => {
  await deliveredAgo(1);
  const asked = await deliveredAgo(3);
  await deliveredAgo(20);
  await Promise.all([ask(), ask()]);
  await ask();
  const open = await dentist(({ tx }) => openRatings(tx));
  expect(open.map(({ caseId }) => caseId)).toEqual([asked]);
  expect(await told("rating:%")).toHaveLength(1);
});

it("takes one rating per case, which its practice alone may give, and tells the managers of a low one", async () => {
  const [open] = await dentist(({ tx }) => openRatings(tx));
  if (!open) throw new Error("nothing asked");
  expect(await reasonOf(as(other.actors.dentist, (context) => rateCase(context, answer(open.id, 1))))).toBe(
    "not_found",
  );
  const stranger = { ...lab.actors.dentist, practice: { id: crypto.randomUUID(), name: "Elsewhere" } };
  expect(await reasonOf(as(stranger, (context) => rateCase(context, answer(open.id, 1))))).toBe("not_found");
  await dentist((context) => rateCase(context, answer(open.id, 2)));
  await dentist((context) => rateCase(context, answer(open.id, 3)));
  const { rows } = await owner.query("SELECT overall, words, rated_by_id FROM case_ratings WHERE id = $1", [open.id]);
  expect(rows).toEqual([{ overall: 3, words: "Contacts were tight.", rated_by_id: lab.actors.dentist.userId }]);
  const low = await told(`low-rating:${open.id}`);
  expect(low.map(({ payload }) => payload.to)).toEqual([{ permission: "reports.view" }]);
  expect(await dentist(({ tx }) => openRatings(tx))).toEqual([]);
  await owner.query("UPDATE case_ratings SET rated_at = now() - interval '15 days' WHERE id = $1", [open.id]);
  expect(await reasonOf(dentist((context) => rateCase(context, answer(open.id, 5))))).toBe("rating_closed");
});

it("is put away and asked for again", async () => {
  await deliveredAgo(4);
  await ask();
  const [open] = await dentist(({ tx }) => openRatings(tx));
  const id = open?.id ?? "";
  await dentist((context) => dismissRating(context, { id }));
  expect(await dentist(({ tx }) => openRatings(tx))).toEqual([]);
  await dentist((context) => recallRating(context, { id }));
  expect(await dentist(({ tx }) => openRatings(tx))).toHaveLength(1);
});
