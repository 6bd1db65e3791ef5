import { beforeAll, expect, test } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { failQuality } from "@/lib/workflow/check-quality";
import { archiveReason } from "@/lib/workflow/reason-list/edit";
import { start } from "@/lib/workflow/start";
import { as, receiveBuilt, seen, takeTo } from "@/lib/workflow/testing";
import { casesBehind } from "./behind";
import { failuresByCause } from "./failures";
import { behindParams } from "./schema";

const db = useDatabase();
let lab: BuiltLab;

beforeAll(async () => {
  const owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  owner.release();
});

test("a failure counts for its cause, where it was found, and whoever had passed the stage it goes back to", async () => {
  const { technician, manager } = lab.actors;
  const owner = await db.ownerPool.connect();
  const built = await buildCase(owner, lab);
  owner.release();
  await receiveBuilt(lab, built);
  const waiting = await takeTo(db.ownerPool, lab, built.id, "quality_control");
  const { stages } = await as(manager, start, { stages: seen(waiting) });
  const { rows } = await db.ownerPool.query(
    "SELECT id FROM reasons WHERE lab_id = $1 AND kind = 'qc_failure' AND code = 'crack'",
    [lab.id],
  );
  const reasonId = rows[0]?.id as string;
  await as(manager, failQuality, { stages, answers: [], to: "milling", reasonId });
  await as(manager, archiveReason, { id: reasonId });

  const found = await asActor(manager, (tx) => failuresByCause(tx, "2020-01-01", "Europe/London"));
  expect(found).toMatchObject([
    {
      cause: "Crack or chip",
      stage: "quality_control",
      department: "Milling",
      personId: technician.userId,
      failures: 1,
      units: 1,
    },
  ]);
  const behind = (key: string) =>
    asActor(manager, (tx) => casesBehind(tx, "failures", behindParams.parse({ key }), "Europe/London"));
  expect(await behind(`${reasonId}~quality_control~${technician.userId}`)).toMatchObject([{ caseId: built.id }]);
  expect(await behind(`${reasonId}~${manager.userId}`)).toEqual([]);
  expect(await behind("none")).toEqual([]);
});
