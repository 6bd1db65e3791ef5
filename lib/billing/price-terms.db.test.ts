import type { PoolClient } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { termsOf } from "./price-terms";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let ownListId: string;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  await owner.query("SELECT set_config('app.lab_id', $1, false)", [lab.id]);
  const list =
    "INSERT INTO price_lists (name, currency, valid_from) VALUES ('Dr Test', 'GBP', '2025-01-01') RETURNING id";
  ownListId = (await owner.query<{ id: string }>(list)).rows[0]?.id as string;
  await owner.query("UPDATE practices SET discount_percent = 5 WHERE id = $1", [lab.practiceId]);
  await owner.query(
    `UPDATE practice_dentists SET discount_percent = 12, price_list_id = $2, started_on = '2026-03-01', ended_on = '2026-06-30'
     WHERE practice_id = $1`,
    [lab.practiceId, ownListId],
  );
});
afterAll(() => owner.release());

const terms = (day: string, dentistId: string | null = lab.dentistId) =>
  asActor(lab.actors.staff, async (tx) => {
    const { discountPercent, ownList } = await termsOf(tx, lab.practiceId, dentistId, day);
    return [discountPercent, ownList?.id ?? null];
  });

it("takes a dentist's own terms at the practice from the first to the last day they work there, and the practice's otherwise", async () => {
  expect(await terms("2026-02-28")).toEqual(["5.00", null]);
  expect(await terms("2026-03-01")).toEqual(["12.00", ownListId]);
  expect(await terms("2026-06-30")).toEqual(["12.00", ownListId]);
  expect(await terms("2026-07-01")).toEqual(["5.00", null]);
  expect(await terms("2026-05-01", null)).toEqual(["5.00", null]);
});

it("takes the practice's terms once the dentist was taken off it", async () => {
  await owner.query("UPDATE practice_dentists SET deleted_at = now() WHERE practice_id = $1", [lab.practiceId]);
  expect(await terms("2026-05-01")).toEqual(["5.00", null]);
});
