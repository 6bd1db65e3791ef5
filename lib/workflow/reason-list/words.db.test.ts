import { expect, test } from "vitest";
import { hold } from "@/lib/cases/hold";
import { heldCases } from "@/lib/cases/hold-review";
import { labParticulars } from "@/lib/cases/record-queries";
import { release, takeBackRelease } from "@/lib/cases/release";
import { asActor } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import { useDatabase } from "@/lib/db/testing";
import { buildCase, buildLab } from "@/lib/testing/build";
import { benchCase } from "../bench-case";
import { as } from "../testing";
import { addReason, archiveReason } from "./edit";

const db = useDatabase();

test("a hold keeps its words when its reason and the group are archived", async () => {
  const owner = await db.ownerPool.connect();
  const lab = await buildLab(owner);
  const built = await buildCase(owner, lab);
  owner.release();
  const { manager } = lab.actors;
  const group = await as(manager, addReason, { kind: "hold", parentId: null, label: "Courier" });
  const reason = await as(manager, addReason, { kind: "hold", parentId: group.id, label: "Parcel lost" });
  const { version } = await as(manager, hold, { caseId: built.id, version: 1, reasonId: reason.id });
  await as(manager, archiveReason, { id: reason.id });
  await as(manager, archiveReason, { id: group.id });

  const words = "Courier: Parcel lost";
  const seen = () =>
    asActor(manager, async (tx) => ({
      bench: (await benchCase(tx, built.id))?.hold?.reason,
      record: (await labParticulars(tx, built.id))?.hold?.reason,
      list: (await heldCases(tx)).find(({ caseId }) => caseId === built.id)?.reason,
    }));
  expect(await seen()).toEqual({ bench: words, record: words, list: words });

  const released = await as(manager, release, { caseId: built.id, version });
  await as(manager, takeBackRelease, { caseId: built.id, version: released.version });
  const { rows } = await db.ownerPool.query(
    "SELECT data ->> 'reason' AS reason FROM case_events WHERE case_id = $1 AND kind = 'held' ORDER BY created_at",
    [built.id],
  );
  expect(rows.map((row) => row.reason)).toEqual([words, words]);
});

test("a practice and a driver read the words of an archived reason", async () => {
  const owner = await db.ownerPool.connect();
  const lab = await buildLab(owner);
  owner.release();
  const { manager, dentist, driver } = lab.actors;
  const { id } = await as(manager, addReason, { kind: "delivery_failure", parentId: null, label: "Flooded road" });
  await as(manager, archiveReason, { id });
  for (const actor of [dentist, driver])
    expect(await asActor(actor, (tx) => tx.row(sql`SELECT reason_words(${id}::uuid) AS words`))).toEqual({
      words: "Flooded road",
    });
});
