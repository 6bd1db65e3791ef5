import type { Context } from "@/lib/access/action";
import { conflict, invalid, Refusal } from "@/lib/access/errors";
import { lockCase } from "@/lib/cases/lock";
import { sql } from "@/lib/db/sql";
import { recordEvent } from "@/lib/history/record";
import { notify } from "@/lib/notifications/notify";
import { passed } from "./complete";
import { finishAttempts } from "./finish-attempts";
import { lockForMove, refuseForbidden, refuseStanding } from "./lock-stages";
import { findPan } from "./pans";
import type { ReceiveInput } from "./schema";
import { tellScreens } from "./tell";

export type Received = { caseId: string; number: string; pan: string | null };

/**
 * Receives a submitted case: puts it into its pan, completes the receiving stage of all its items and opens the next one of each.
 * What is missing and a remark go into the timeline, where the practice reads them. Refuses with `stale`, `already_received`,
 * `on_hold`, `cancelled`; at `pan` for a code no pan has (`unknown_pan`, unless `createPan`) and one that carries another open
 * case (`pan_in_use`, naming it).
 */
export async function receive(context: Context, input: ReceiveInput): Promise<Received> {
  const { actor, tx } = context;
  refuseForbidden(actor, "receive");
  const locked = await lockCase(tx, input.caseId, input.version);
  refuseStanding(locked);
  const stages = await tx.rows<{ id: string; version: number }>(sql`
    SELECT id, version FROM workflow_stages WHERE case_id = ${input.caseId} AND stage = 'receiving' AND status <> 'completed'`);
  if (stages.length === 0) throw conflict("already_received", `Case ${locked.number} was received already.`);
  const move = await lockForMove(context, "receive", stages);
  const pan = input.pan ? await panFor(context, input.pan, input.createPan ?? false) : null;

  await tx.execute(sql`
    UPDATE cases SET received_at = statement_timestamp(), received_by_id = ${actor.userId}, pan_id = ${pan?.id ?? null}::uuid
    WHERE id = ${input.caseId}`);
  await finishAttempts(context, move.cases, move.stages.map(passed));
  await recordEvent(context, {
    caseId: input.caseId,
    kind: "received",
    data: { pan: pan?.code, missing: input.missing.join(", ") || undefined, remark: input.remark || undefined },
    audience: "shared",
  });
  await notify(
    tx,
    { practiceId: locked.practiceId },
    {
      key: `case:${input.caseId}:received`,
      type: "case_update",
      priority: input.missing.length > 0 ? "high" : "low",
      title: `Case ${locked.number} is in the lab`,
      body: input.missing.length > 0 ? `Missing: ${input.missing.join(", ")}` : undefined,
      href: `/portal/cases/${input.caseId}`,
    },
  );
  await tellScreens(tx, move.cases, "shared");
  return { caseId: input.caseId, number: locked.number, pan: pan?.code ?? null };
}

/** The free pan with this code, made when it is new and `create` allows it. */
async function panFor({ tx }: Context, code: string, create: boolean): Promise<{ id: string; code: string }> {
  const pan = await findPan(tx, code);
  if (pan?.usedBy)
    throw new Refusal("conflict", `Pan ${pan.code} carries case ${pan.usedBy.number}.`, "pan_in_use", {
      pan: [`Pan ${pan.code} carries case ${pan.usedBy.number}. Take another one.`],
    });
  if (pan) return { id: pan.id, code: pan.code };
  if (!create) throw invalid("pan", `There is no pan ${code} yet.`);
  const made = await tx.row<{ id: string; code: string }>(
    sql`INSERT INTO pans (code) VALUES (${code}) RETURNING id, code`,
  );
  return made as { id: string; code: string };
}
