import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltCase, type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";

const db = useDatabase();
let lab: BuiltLab;
let made: BuiltCase;

beforeAll(async () => {
  const owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  made = await buildCase(owner, lab);
  await owner.query(
    `INSERT INTO invoices (lab_id, practice_id, case_id, currency, number, status, issued_on, due_on)
     VALUES ($1, $2, $3, 'GBP', 'INV-1', 'sent', '2026-11-01', '2026-12-01')`,
    [lab.id, lab.practiceId, made.id],
  );
  owner.release();
});

test("each that runs with the owner's rights looks in our schema first and in temporary ones last", async () => {
  const { rows } = await db.ownerPool.query(`
    SELECT oid::regprocedure::text AS name FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace
    AND NOT coalesce(proconfig @> ARRAY['search_path=public, pg_temp'], false)`);
  expect(rows).toEqual([]);
});

test("searching answers a practice its own, and nothing to a portal user who acts for none", async () => {
  const found = (actor: Actor) =>
    asActor(actor, async (tx) => [
      (await tx.rows(sql`SELECT unnest(cases) FROM search_subjects(${made.number}, 10)`)).length,
      (await tx.rows(sql`SELECT search_invoices('INV-1')`)).length,
    ]);
  const { staff, dentist } = lab.actors;
  expect(await found(staff)).toEqual([1, 1]);
  expect(await found(dentist)).toEqual([1, 1]);
  expect(await found({ ...dentist, practice: null })).toEqual([0, 0]);
});
