import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { settleCase } from "@/lib/cases/status";
import { tellScreens } from "@/lib/cases/tell-screens";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { recordEvent } from "@/lib/history/record";
import { notify } from "@/lib/notifications/notify";
import { caseOfApproval, lockOpenApproval, type OpenApproval } from "./lock-approval";
import type { decideDesignSchema } from "./schema";

type Decision = z.output<typeof decideDesignSchema>;

/**
 * The dentist's answer to a design of a case of their practice. Approved, the items may leave the design; rejected, they are designed
 * again: a new attempt, with the words as its reason, for whoever had it. Who asked and who works on it are notified. Refuses with
 * `not_found`, `already_decided` and `stale`. Of two answers at once, or an answer and a withdrawal, the first counts.
 */
export async function decideDesign(context: Context, input: Decision): Promise<{ caseId: string }> {
  const caseId = await caseOfApproval(context.tx, input.approvalId);
  return context.tx.withLabRights(() => answer(context, caseId, input, false));
}

/** As `decideDesign`, kept by the lab's own people for a dentist who answered by telephone or at the door. */
export async function keepDesignAnswer(context: Context, input: Decision): Promise<{ caseId: string }> {
  return answer(context, await caseOfApproval(context.tx, input.approvalId), input, true);
}

async function answer(context: Context, caseId: string, input: Decision, byLab: boolean): Promise<{ caseId: string }> {
  const { actor, tx } = context;
  const approval = await lockOpenApproval(tx, caseId, input);
  const { found, items } = approval;
  const words = input.words || undefined;
  await closeApproval(tx, approval, input.decision, words, actor.userId);
  const workers = await tx.rows<{ id: string }>(sql`
    SELECT DISTINCT assigned_to_id AS id FROM workflow_stages
    WHERE item_id = ANY(${approval.itemIds}::uuid[]) AND status <> 'completed' AND assigned_to_id IS NOT NULL`);
  if (input.decision === "rejected") await designAgain(context, approval, input.words);

  const audience = "shared" as const;
  const told = byLab || undefined;
  if (input.decision === "approved")
    await recordEvent(context, { caseId, kind: "design_approved", data: { items, words, told }, audience });
  else
    await recordEvent(context, {
      caseId,
      kind: "design_rejected",
      data: { items, words: input.words, told },
      audience,
    });
  await notify(
    tx,
    { userIds: [...new Set([approval.askedById, ...workers.map(({ id }) => id)])] },
    {
      key: `design-${input.decision}:${approval.id}`,
      type: "case_update",
      priority: "high",
      title: `${found.number}: design of ${items} ${input.decision}`,
      body: words,
      href: `/cases/${caseId}`,
    },
  );
  await tellScreens(tx, found, audience);
  return { caseId };
}

/** Writes how a request ended; its items wait no longer. */
export async function closeApproval(
  tx: Transaction,
  { id }: { id: string },
  decision: "approved" | "rejected" | "withdrawn",
  words: string | undefined,
  userId: string | null,
): Promise<void> {
  await tx.execute(sql`
    UPDATE design_approvals SET decision = ${decision}, decision_words = ${words ?? null}, decided_by_id = ${userId},
      decided_at = statement_timestamp() WHERE id = ${id}`);
  await tx.execute(sql`UPDATE design_approval_items SET is_open = false WHERE approval_id = ${id}`);
}

/** The open attempt at the design ends as sent back, and the next one opens for the same person and department. */
async function designAgain({ actor, tx }: Context, { itemIds, found }: OpenApproval, words: string): Promise<void> {
  const open = sql`w.item_id = ANY(${itemIds}::uuid[]) AND w.stage = 'design' AND w.status <> 'completed'`;
  await tx.execute(sql`
    UPDATE stage_time_entries e SET ended_at = statement_timestamp() FROM workflow_stages w
    WHERE ${open} AND e.workflow_stage_id = w.id AND e.ended_at IS NULL`);
  await tx.execute(sql`
    WITH ended AS (
      UPDATE workflow_stages w SET status = 'completed', outcome = 'sent_back', completed_at = statement_timestamp(),
        completed_by_id = ${actor.userId}, reason_id = NULL, reason_note = ${words},
        working_seconds = stage_working_seconds(w.id, statement_timestamp())
      WHERE ${open} RETURNING w.case_id, w.item_id, w.stage, w.attempt, w.department_id, w.assigned_to_id
    )
    INSERT INTO workflow_stages (case_id, item_id, stage, attempt, department_id, assigned_to_id, queued_at)
    SELECT case_id, item_id, stage, attempt + 1, department_id, assigned_to_id, statement_timestamp() FROM ended`);
  await settleCase(tx, found.id);
}
