import { beforeAll, describe, expect, test } from "vitest";
import { USER_ROLES, type UserRole } from "@/lib/access/roles";
import type { Stage, WorkflowStatus } from "@/lib/cases/vocabulary";
import { STAGES, WORKFLOW_STATUSES } from "@/lib/cases/vocabulary";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltCase, type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { assign } from "./assign";
import { block, unblock } from "./block";
import { failQuality, passQuality } from "./check-quality";
import { complete } from "./complete";
import { handOver } from "./deliver";
import { bindMachine } from "./machines/bind";
import { pause, resume } from "./pause";
import { receive } from "./receive";
import { sendBack } from "./send-back";
import { start, undoStart } from "./start";
import { allPassed, as, refusalOf } from "./testing";
import { MOVE_RULES, MOVES, type Move } from "./transitions";
import { sendForTryIn } from "./try-in";
import { undoComplete } from "./undo-complete";

const db = useDatabase();
let lab: BuiltLab;
let built: BuiltCase;
let stageId: string;
let reasons: Record<string, string>;
let answers: { checklistItemId: string; passed: boolean }[];

beforeAll(async () => {
  const owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  built = await buildCase(owner, lab);
  owner.release();
  stageId = built.stageIds[0] as string;
  const { rows } = await db.ownerPool.query("SELECT DISTINCT ON (kind) kind, id FROM reasons WHERE lab_id = $1", [
    lab.id,
  ]);
  reasons = Object.fromEntries(rows.map(({ kind, id }) => [kind, id]));
  answers = await allPassed(db.ownerPool, lab);
});

/** Puts the one item at a stage in a status, assigned to nobody, whatever happened before. */
async function put(stage: Stage, status: WorkflowStatus): Promise<number> {
  const owner = db.ownerPool;
  await owner.query("DELETE FROM try_ins");
  await owner.query("DELETE FROM stage_checks; DELETE FROM stage_time_entries; DELETE FROM case_events");
  await owner.query("DELETE FROM workflow_stages WHERE id <> $1", [stageId]);
  await owner.query("UPDATE cases SET status = 'received', received_at = NULL, delivered_at = NULL WHERE id = $1", [
    built.id,
  ]);
  await owner.query(
    "UPDATE case_items SET stage = $1::text, delivered_at = NULL, status = CASE $1::text WHEN 'delivery' THEN 'finished' ELSE 'in_production' END WHERE case_id = $2",
    [stage, built.id],
  );
  const { rows } = await owner.query<{ version: number }>(
    `UPDATE workflow_stages SET stage = $1, status = $2::text, assigned_to_id = NULL, outcome = NULL,
       started_at = CASE WHEN $2::text = 'pending' THEN NULL ELSE now() END, completed_at = CASE WHEN $2::text = 'completed' THEN now() END
     WHERE id = $3 RETURNING version`,
    [stage, status, stageId],
  );
  if (status === "in_progress")
    await owner.query("INSERT INTO stage_time_entries (lab_id, workflow_stage_id, user_id) VALUES ($1, $2, $3)", [
      lab.id,
      stageId,
      lab.actors.technician.userId,
    ]);
  return rows[0]?.version as number;
}

/** Makes a completed attempt one that this person completed just now, with the next one waiting. */
async function putNext(role: UserRole) {
  const { rowCount } = await db.ownerPool.query(
    `UPDATE workflow_stages SET completed_by_id = $2, outcome = 'passed', started_at = NULL WHERE id = $1 AND status = 'completed' AND stage <> 'delivery'`,
    [stageId, lab.actors[role].userId],
  );
  if (rowCount === 0) return;
  await db.ownerPool.query(
    `INSERT INTO workflow_stages (lab_id, case_id, item_id, stage, queued_at)
     SELECT lab_id, case_id, item_id, 'delivery', completed_at FROM workflow_stages WHERE id = $1`,
    [stageId],
  );
}
const versionNow = async () =>
  (await db.ownerPool.query("SELECT version FROM workflow_stages WHERE id = $1", [stageId])).rows[0]?.version as number;

/** The real capability of each move. */
async function make(move: Move, role: UserRole, at: Stage, version: number): Promise<unknown> {
  const actor = lab.actors[role];
  const stages = [{ id: stageId, version }];
  const to: Stage = at === "impression_scan" ? "receiving" : "impression_scan";
  switch (move) {
    case "receive": {
      const { rows } = await db.ownerPool.query("SELECT version FROM cases WHERE id = $1", [built.id]);
      return as(actor, receive, { caseId: built.id, version: rows[0]?.version, missing: [] });
    }
    case "start":
      return as(actor, start, { stages });
    case "undo_start":
      return as(actor, undoStart, { stages });
    case "pause":
      return as(actor, pause, { stages });
    case "resume":
      return as(actor, resume, { stages });
    case "complete":
      return as(actor, complete, { stages });
    case "pass":
      return as(actor, passQuality, { stages, answers });
    case "fail":
      return as(actor, failQuality, { stages, answers, to, reasonId: reasons.qc_failure as string });
    case "block":
      return as(actor, block, { stages, reasonId: reasons.block as string });
    case "unblock":
      return as(actor, unblock, { stages });
    case "send_back":
      return as(actor, sendBack, { stages, to, reasonId: reasons.send_back as string });
    case "try_in":
      return as(actor, sendForTryIn, { stages });
    case "assign":
      return as(actor, assign, { stages, userId: lab.actors.technician.userId });
    case "bind_machine":
      return as(actor, bindMachine, { stages, equipmentId: null });
    case "undo_complete":
      await putNext(role);
      return as(actor, undoComplete, { stages: [{ id: stageId, version: await versionNow() }] });
    case "deliver":
      return as(actor, handOver, { stages, receiver: "Ann" });
  }
}

const statusNow = async () =>
  (await db.ownerPool.query("SELECT status FROM workflow_stages WHERE id = $1", [stageId])).rows[0]?.status;

describe.each(MOVES)("%s", (move) => {
  const rule = MOVE_RULES[move];

  test.each(USER_ROLES)("by %s in every state does what the table declares", async (role) => {
    const stages: Stage[] = [...STAGES];
    for (const at of stages)
      for (const from of WORKFLOW_STATUSES) {
        const version = await put(at, from);
        const allowed = lab.actors[role].permissions.has(rule.permission);
        const to = rule.at.includes(at) ? rule.leads[from] : undefined;
        const where = `${move} by ${role} at ${at} ${from}`;
        // The first made stage of a crown has nothing before it that is made again.
        const nowhereBack = move === "send_back" && at === "impression_scan";
        if (allowed && to && !nowhereBack) {
          await make(move, role, at, version);
          expect(await statusNow(), where).toBe(to);
        } else {
          const refusal = await refusalOf(make(move, role, at, version));
          expect([where, refusal.code]).toEqual([
            where,
            allowed ? (nowhereBack && to ? "invalid" : "conflict") : "forbidden",
          ]);
          expect(await statusNow(), where).toBe(from);
        }
      }
  });
});

test("the table is consulted by the lab's own role_permissions: what a role loses is refused", async () => {
  const version = await put("design", "pending");
  const without = { ...lab.actors.technician, permissions: new Set(["bench.view" as const]) };
  const refusal = await refusalOf(
    asActor(without, (tx) => start({ actor: without, tx }, { stages: [{ id: stageId, version }] })),
  );
  expect(refusal.code).toBe("forbidden");
});
