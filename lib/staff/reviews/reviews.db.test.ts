import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Context } from "@/lib/access/action";
import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { answerReview, closeReview, shareReview } from "./move-review";
import { oneReview } from "./queries";
import { startReviews } from "./start-reviews";
import { keepGoal, writeReview } from "./write-review";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
const profiles = {} as Record<"technician" | "admin" | "staff", string>;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
});
afterAll(() => owner.release());
beforeEach(async () => {
  lab = await buildLab(owner);
  await owner.query("SELECT set_config('app.lab_id', $1, false)", [lab.id]);
  for (const kind of ["technician", "admin", "staff"] as const) {
    const made = await owner.query<{ id: string }>("INSERT INTO staff_profiles (user_id) VALUES ($1) RETURNING id", [
      lab.actors[kind].userId,
    ]);
    profiles[kind] = made.rows[0]?.id as string;
  }
});

const as = <T>(actor: Actor, work: (context: Context) => Promise<T>) => asActor(actor, (tx) => work({ actor, tx }));
const reads = (actor: Actor, id: string) => as(actor, async ({ tx }) => (await oneReview(tx, id)) !== undefined);
const version = async (id: string) =>
  (await owner.query<{ version: number }>("SELECT version FROM performance_reviews WHERE id = $1", [id])).rows[0]
    ?.version as number;

const terms = { name: "", from: "2026-05-01", to: "2026-10-31", dueOn: "2026-11-30", reviewerId: null };
async function written(person = profiles.technician, by = lab.actors.manager): Promise<string> {
  const started = await as(by, (c) =>
    startReviews(c, { ...terms, people: [person], idempotencyKey: crypto.randomUUID() }),
  );
  const id = started.ids[0] as string;
  await as(by, (c) => keepGoal(c, { reviewId: id, title: "Secret goal", measure: null, dueOn: null, progress: 10 }));
  await as(by, async (c) =>
    writeReview(c, {
      id,
      version: await version(id),
      comments: "Secret words",
      overall: null,
      ratings: [
        { criterion: "quality", rating: 5, note: "Secret note" },
        { criterion: "speed", rating: 4, note: null },
      ],
    }),
  );
  return id;
}
const move = (actor: Actor, how: typeof shareReview, id: string) =>
  as(actor, async (c) => how(c, { id, version: await version(id) }));
const answered = (actor: Actor, id: string) =>
  as(actor, async (c) => answerReview(c, { id, version: await version(id), comments: "My words", acknowledge: true }));

test("a draft is read by its reviewer and admins, not by its person, another manager or anybody else", async () => {
  const { admin, manager, technician, staff, driver, dentist } = lab.actors;
  const id = await written();
  expect([await reads(manager, id), await reads(admin, id)]).toEqual([true, true]);
  expect([await reads(technician, id), await reads(staff, id)]).toEqual([false, false]);
  // Another who holds the manager's role.
  await owner.query("UPDATE memberships SET role_id = $1 WHERE lab_id = $2 AND user_id = $3", [
    manager.role.id,
    lab.id,
    staff.userId,
  ]);
  expect(await reads({ ...manager, userId: staff.userId }, id)).toBe(false);
  for (const outside of [driver, dentist]) await expect(reads(outside, id)).rejects.toThrow(/permission denied/);
  const parts = (actor: Actor) =>
    as(
      actor,
      async ({ tx }) =>
        (await tx.rows(sql`SELECT id FROM review_goals UNION ALL SELECT id FROM review_ratings`)).length,
    );
  expect([await parts(manager), await parts(admin), await parts(technician), await parts(staff)]).toEqual([3, 3, 0, 0]);
});

test("the person reads it once it is shared, and changes nothing of it but their own words", async () => {
  const { manager, technician } = lab.actors;
  const id = await written();
  await move(manager, shareReview, id);
  expect(await reads(technician, id)).toBe(true);
  for (const forged of [
    sql`UPDATE performance_reviews SET rating = 5 WHERE id = ${id}`,
    sql`UPDATE performance_reviews SET comments = 'x' WHERE id = ${id}`,
    sql`UPDATE performance_reviews SET status = 'closed', closed_at = now() WHERE id = ${id}`,
    sql`UPDATE review_ratings SET rating = 5 WHERE review_id = ${id}`,
    sql`UPDATE review_goals SET progress = 100 WHERE review_id = ${id}`,
  ])
    await expect(as(technician, ({ tx }) => tx.execute(forged))).rejects.toThrow(/own review/);
  await answered(technician, id);
  expect(await as(manager, ({ tx }) => oneReview(tx, id))).toMatchObject({
    status: "acknowledged",
    personComments: "My words",
    rating: "4.50",
  });
});

test("an admin does not read the draft of their own review, and nobody reviews themselves", async () => {
  const { admin, manager } = lab.actors;
  const id = await written(profiles.admin);
  expect(await reads(admin, id)).toBe(false);
  await move(manager, shareReview, id);
  expect(await reads(admin, id)).toBe(true);
  await expect(written(profiles.admin, admin)).rejects.toMatchObject({ fieldErrors: { people: expect.anything() } });
});

test("closed only after its person took note, fixed from then on, and its rating is the person's", async () => {
  const { manager, technician } = lab.actors;
  const id = await written();
  await move(manager, shareReview, id);
  await expect(move(manager, closeReview, id)).rejects.toMatchObject({ reason: "not_acknowledged" });
  await answered(technician, id);
  await move(manager, closeReview, id);
  const rating = await owner.query("SELECT rating FROM staff_profiles WHERE id = $1", [profiles.technician]);
  expect(rating.rows[0]).toEqual({ rating: "4.50" });
  await expect(answered(technician, id)).rejects.toMatchObject({ reason: "review_closed" });
  await expect(
    as(manager, ({ tx }) => tx.execute(sql`UPDATE performance_reviews SET comments = 'x' WHERE id = ${id}`)),
  ).rejects.toThrow(/closed/);
});

test("the audit log tells who did what and none of the words or ratings", async () => {
  const { admin, manager, technician } = lab.actors;
  const id = await written();
  await move(manager, shareReview, id);
  await answered(technician, id);
  const logged = await as(admin, ({ tx }) =>
    tx.rows<{ entry: string }>(sql`
      SELECT old_values::text || new_values::text AS entry FROM audit_log WHERE table_name IN ('performance_reviews', 'review_goals', 'review_ratings')
      UNION ALL SELECT new_values::text FROM audit_log WHERE table_name IN ('performance_reviews', 'review_goals', 'review_ratings')`),
  );
  expect(logged.length).toBeGreaterThan(6);
  const all = logged.map(({ entry }) => entry).join("\n");
  expect(all).toContain('"shared"');
  expect(all).not.toMatch(/Secret|My words|"rating"|"comments"|"progress"/);
});
