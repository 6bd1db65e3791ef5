import type { PoolClient } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import { useDatabase } from "@/lib/db/testing";
import { buildLab } from "@/lib/testing/build";
import { buildStory } from "./testing";

const db = useDatabase();
let owner: PoolClient;
beforeAll(async () => {
  owner = await db.ownerPool.connect();
});
afterAll(() => owner.release());

it("reads no account for who is in the portal and acts for no practice, their own for who acts for one, all for the lab", async () => {
  const lab = await buildLab(owner);
  const ago = (n: number) => new Date(Date.now() - n * 86_400_000).toISOString().slice(0, 10);
  const invoices = [{ day: 40, due: 10, cents: 10_000 }];
  const story = { invoices, payments: [{ day: 5, made: 5, cents: 2_000 }], notes: [], refunds: [], allocations: [] };
  const { practiceId } = await buildStory(owner, lab, story, ago);
  const seen = (actor: Actor) =>
    asActor(actor, async (tx) => {
      const today = sql`current_date`;
      const balances = await tx.rows<{ practice_id: string }>(sql`SELECT practice_id FROM balances_on(${today})`);
      const open = await tx.rows(sql`SELECT FROM open_invoices_on(${today}, ${practiceId}::uuid)`);
      const credits = await tx.rows(sql`SELECT FROM credits_on(${today}, ${practiceId}::uuid)`);
      return [balances.map((one) => one.practice_id), open.length, credits.length];
    });
  const { dentist, staff } = lab.actors;
  expect(await seen(staff)).toEqual([[practiceId], 1, 1]);
  expect(await seen({ ...dentist, practice: { id: practiceId, name: "Own" } })).toEqual([[practiceId], 1, 1]);
  expect(await seen(dentist)).toEqual([[], 0, 0]);
  expect(await seen({ ...dentist, practice: null })).toEqual([[], 0, 0]);
});
