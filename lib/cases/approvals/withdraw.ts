import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { tellScreens } from "@/lib/cases/tell-screens";
import { sql } from "@/lib/db/sql";
import { recordEvent } from "@/lib/history/record";
import { notify } from "@/lib/notifications/notify";
import { closeApproval } from "./decide";
import { caseOfApproval, lockOpenApproval } from "./lock-approval";
import type { withdrawApprovalSchema } from "./schema";

/** Takes a request for approval back; the design goes on. Refuses with `not_found`, `already_decided` and `stale`. */
export async function withdrawApproval(
  context: Context,
  input: z.output<typeof withdrawApprovalSchema>,
): Promise<{ caseId: string }> {
  const { actor, tx } = context;
  const caseId = await caseOfApproval(tx, input.approvalId);
  const approval = await lockOpenApproval(tx, caseId, input);
  const words = input.words || undefined;
  await closeApproval(tx, approval, "withdrawn", words, actor.userId);
  const { found, items } = approval;
  await recordEvent(context, { caseId, kind: "design_withdrawn", data: { items, words }, audience: "shared" });
  await notify(
    tx,
    { practiceId: found.practiceId, permission: "portal.approve" },
    {
      key: `design-withdrawn:${approval.id}`,
      type: "case_update",
      priority: "low",
      title: `${found.number}: the design of ${items} need not be looked at any more`,
      body: words,
      href: `/portal/cases/${caseId}`,
    },
  );
  await tellScreens(tx, found, "shared");
  return { caseId };
}

/** Ends what is still asked about a case that is cancelled. The caller holds the case's lock and tells of it. */
export async function withdrawAllOf({ actor, tx }: Context, caseId: string): Promise<void> {
  const open = await tx.rows<{ id: string }>(
    sql`SELECT id FROM design_approvals WHERE case_id = ${caseId} AND decision IS NULL`,
  );
  for (const approval of open) await closeApproval(tx, approval, "withdrawn", undefined, actor.userId);
}
