import { expect, test } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { buildCase, buildLab } from "@/lib/testing/build";
import { as, openStages, receiveBuilt, takeTo } from "@/lib/workflow/testing";
import { sendForTryIn, tryInBack, tryInHanded } from "@/lib/workflow/try-in";
import { boardFilterSchema } from "./board-filter";
import { boardTryIns } from "./board-try-ins";

const db = useDatabase();

test("a case out for a try-in stands on the board until it is back, but on nobody's own board", async () => {
  const owner = await db.ownerPool.connect();
  const lab = await buildLab(owner);
  const built = await buildCase(owner, lab);
  owner.release();
  const { technician, manager } = lab.actors;
  await receiveBuilt(lab, built);
  await takeTo(db.ownerPool, lab, built.id, "milling");
  const shown = (filter: Record<string, unknown> = {}) =>
    asActor(manager, (tx) => boardTryIns(tx, "2026-01-01", boardFilterSchema.parse(filter)));
  expect(await shown()).toEqual([]);

  const [stage] = await openStages(db.ownerPool, built.id);
  if (!stage) throw new Error("Nothing is open.");
  await as(technician, sendForTryIn, { stages: [{ id: stage.id, version: stage.version }] });
  expect(await shown()).toMatchObject([{ caseId: built.id, there: false, items: [{}] }]);
  expect(await shown({ practice: technician.userId })).toEqual([]);
  expect(await shown({ person: technician.userId })).toEqual([]);

  const { rows } = await db.ownerPool.query("SELECT id FROM try_ins WHERE case_id = $1", [built.id]);
  await as(lab.actors.staff, tryInHanded, { tryInId: rows[0].id });
  expect(await shown()).toMatchObject([{ caseId: built.id, there: true }]);
  await as(lab.actors.staff, tryInBack, { tryInId: rows[0].id, continueAt: "milling" });
  expect(await shown()).toEqual([]);
});
