import type { Context } from "@/lib/access/action";
import type { Refusal } from "@/lib/access/errors";
import { conflict } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { recordEvent } from "@/lib/history/record";
import { whyNotComplete } from "@/lib/inventory/use/why-not-complete";
import { isAskedOf } from "../asked-of";
import { type Question, questionsOf } from "../checklist";
import { closeEntries, startClock, stopClock } from "../clock";
import { passed } from "../complete";
import { finishAttempts } from "../finish-attempts";
import { type LockedStage, type MovedCase, refuseForbidden, refuseStanding } from "../lock-stages";
import { lockMachine, lockUsable } from "../machines/usable";
import { reasonByCode } from "../reasons";
import { tellScreens } from "../tell";
import { decideMove, MOVE_REFUSAL_WORDS, type Move } from "../transitions";
import { type Loaded, type LoadResult, leaveLoad, lockBatch, lockLoaded } from "./lock-batch";
import type { BatchInput } from "./schema";

type Judged = { stage: Loaded["stages"][number]; of: MovedCase; why: string | null };

/**
 * Starts an open load: all its items are in work at once, on the machine's clock and nobody's. What cannot start (its case on hold,
 * blocked, gone on meanwhile) is put out of the load and told. Refuses with `batch_…`, `machine_down`, `machine_running`,
 * `nothing_loaded`, and `forbidden` as `lockForMove` does.
 */
export async function startBatch(context: Context, { batchId }: BatchInput): Promise<{ items: LoadResult[] }> {
  const { actor, tx } = context;
  refuseForbidden(actor, "start");
  const batch = await lockBatch(tx, batchId, "open");
  const machine = await lockUsable(tx, batch.equipmentId);
  const judged = judge(await lockLoaded(context, batchId), "start", context);
  const going = judged.filter(({ why }) => why === null);
  if (going.length === 0)
    throw conflict("nothing_loaded", judged[0]?.why ?? "Nothing is in this load. Scan what goes into it.");
  await tx.execute(sql`
    UPDATE batches SET status = 'running', started_at = statement_timestamp(), started_by_id = ${actor.userId} WHERE id = ${batchId}`);
  const stages = going.map(({ stage }) => stage);
  const running = await reasonByCode(tx, "pause", "machine_running");
  await closeEntries(context, ids(stages), { pauseReasonId: running?.id });
  await startClock(context, stages, machine.id);
  await leaveLoad(
    tx,
    judged.flatMap(({ stage, why }) => (why ? [{ id: stage.entryId, outcome: "stayed" as const, note: why }] : [])),
  );
  for (const { caseId, itemId, stage, item, attempt } of stages) {
    const data = { stage, item, attempt, machine: machine.code };
    await recordEvent(context, { caseId, itemId, kind: "stage_started", data });
  }
  await tellScreens(tx, casesOf(going), "internal");
  return { items: judged.map(result) };
}

/**
 * Finishes a running load: in one transaction all its items go on to their next stages, and what they used is taken from the load's lot,
 * else from what expires first. What cannot (its case on hold, blocked, taken on by hand, a checklist to answer, no usable lot) stays where it is with its clock stopped, and says why. Refuses with `batch_…` one that does not
 * run: of two people who finish it at once, the second is told.
 */
export async function finishBatch(context: Context, { batchId }: BatchInput): Promise<{ items: LoadResult[] }> {
  const { actor, tx } = context;
  refuseForbidden(actor, "complete");
  const batch = await lockBatch(tx, batchId, "running");
  const machine = await lockMachine(tx, batch.equipmentId, "share");
  const loaded = await lockLoaded(context, batchId);
  const questions = await questionsOf(tx, loaded.stages);
  const use = { loadedLot: batch.lot };
  const lacking = await whyNotComplete(context, ids(loaded.stages), use);
  const judged = judge(loaded, "complete", context, questions).map((each) => ({
    ...each,
    why: each.why ?? lacking.get(each.stage.id) ?? null,
  }));
  const going = judged.filter(({ why }) => why === null);
  const finished = going.map(({ stage }) => passed(stage));
  if (finished.length > 0) await finishAttempts(context, casesOf(going), finished, use);
  for (const { stage: at, next } of finished) {
    const { caseId, itemId, stage, item, attempt } = at;
    const data = { stage, item, attempt, next: next.stage, machine: machine.code };
    await recordEvent(context, { caseId, itemId, kind: "stage_completed", data, audience: "shared" });
  }
  const standing = judged.filter(({ why, stage }) => why && stage.status === "in_progress");
  if (standing.length > 0)
    await stopClock(
      context,
      standing.map(({ stage }) => stage),
      { to: "on_hold" },
    );
  await leaveLoad(
    tx,
    judged.map(({ stage, why }) => ({ id: stage.entryId, outcome: why ? "stayed" : "moved", note: why })),
  );
  await tx.execute(sql`
    UPDATE batches SET status = 'finished', finished_at = statement_timestamp(), finished_by_id = ${actor.userId} WHERE id = ${batchId}`);
  await tellScreens(tx, casesOf(judged), "shared");
  return { items: judged.map(result) };
}

/** Says of each item in a load whether it makes the move, by the same rules as alone; a load is anybody's to start and finish. */
function judge({ cases, stages }: Loaded, move: Move, { actor }: Context, questions: Question[] = []): Judged[] {
  return stages.map((stage) => {
    const of = cases.get(stage.caseId) as MovedCase;
    return { stage, of, why: whyNot(stage, of, move, actor, questions) };
  });
}

function whyNot(stage: LockedStage, of: MovedCase, move: Move, actor: Context["actor"], questions: Question[]) {
  try {
    refuseStanding(of);
  } catch (refusal) {
    return (refusal as Refusal).message;
  }
  const begun = move === "start" && (stage.status === "in_progress" || stage.status === "on_hold");
  const decision = decideMove(begun ? "complete" : move, stage, { ...actor, takeOver: true });
  if ("refused" in decision) return MOVE_REFUSAL_WORDS[decision.refused](stage.item);
  const asked = questions.filter((question) => isAskedOf(question, stage)).map(({ label }) => label);
  return asked.length > 0 ? `Still to check at the bench: ${asked.join("; ")}.` : null;
}

const ids = (stages: { id: string }[]) => stages.map(({ id }) => id);
const casesOf = (judged: Judged[]): MovedCase[] => [...new Map(judged.map(({ of }) => [of.id, of])).values()];
const result = ({ stage, of, why }: Judged): LoadResult => ({
  entryId: stage.entryId,
  caseId: of.id,
  number: of.number,
  item: stage.item,
  why,
});
