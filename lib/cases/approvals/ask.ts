import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict, invalid } from "@/lib/access/errors";
import { caseRules } from "@/lib/cases/case-rules";
import { addWorkingDays } from "@/lib/cases/due-date";
import { refuseClosed } from "@/lib/cases/hold";
import { itemName, type NamedItem } from "@/lib/cases/item-name";
import { labCalendar } from "@/lib/cases/lab-days";
import { lockCase } from "@/lib/cases/lock";
import { tellScreens } from "@/lib/cases/tell-screens";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { recordEvent } from "@/lib/history/record";
import { labToday } from "@/lib/labs/today";
import { notify } from "@/lib/notifications/notify";
import type { askApprovalSchema } from "./schema";

/**
 * Asks the dentist to approve the design of items of a case, with words and the files to look at, which the practice then sees. The
 * clocks of these items stop, and they cannot leave the design until there is an answer. The practice is notified, and reminded after
 * the lab's number of working days. Answers the request's id. Refuses with `not_found`, `case_closed`, `not_at_design` and
 * `already_asked` (each naming the item), and at `itemIds` or `fileIds` what is not of this case.
 */
export async function askApproval(
  context: Context,
  input: z.output<typeof askApprovalSchema>,
): Promise<{ approvalId: string }> {
  const { actor, tx } = context;
  const found = await lockCase(tx, input.caseId);
  refuseClosed(found);
  const items = await designed(tx, found.id, input.itemIds);
  const fileIds = await shown(tx, found.id, input.fileIds);

  const { approvalReminderDays } = await caseRules(tx);
  const today = labToday(actor.lab.timeZone);
  const remindOn = addWorkingDays(today, approvalReminderDays, await labCalendar(tx));
  const made = (await tx.row<{ id: string }>(sql`
    INSERT INTO design_approvals (case_id, words, asked_by_id, remind_on)
    VALUES (${found.id}, ${input.words}, ${actor.userId}, ${remindOn}) RETURNING id`)) as { id: string };
  const itemIds = items.map(({ id }) => id);
  await tx.execute(sql`
    INSERT INTO design_approval_items (approval_id, item_id) SELECT ${made.id}, unnest(${itemIds}::uuid[])`);
  await tx.execute(sql`
    INSERT INTO design_approval_files (approval_id, file_id) SELECT ${made.id}, unnest(${fileIds}::uuid[])`);
  await standStill(tx, itemIds);

  const names = items.map((item) => itemName(item, "fdi")).join(", ");
  await recordEvent(context, {
    caseId: found.id,
    kind: "design_asked",
    data: { items: names, words: input.words },
    audience: "shared",
  });
  await notify(
    tx,
    { practiceId: found.practiceId, permission: "portal.approve" },
    {
      key: `design-asked:${made.id}`,
      type: "case_update",
      priority: "high",
      title: `${found.number}: please look at the design of ${names}`,
      body: input.words,
      href: `/portal/cases/${found.id}`,
    },
  );
  await tellScreens(tx, found, "shared");
  return { approvalId: made.id };
}

type Designed = NamedItem & { id: string; status: string; stage: string; isWaiting: boolean };

async function designed(tx: Transaction, caseId: string, itemIds: string[]): Promise<Designed[]> {
  const items = await tx.rows<Designed>(sql`
    SELECT i.id, i.procedure_type AS "procedureType", i.arch, i.status, i.stage,
      ARRAY(SELECT t.tooth FROM case_item_teeth t WHERE t.item_id = i.id ORDER BY t.tooth) AS teeth,
      EXISTS (SELECT FROM design_approval_items x WHERE x.item_id = i.id AND x.is_open) AS "isWaiting"
    FROM case_items i WHERE i.case_id = ${caseId} AND i.id = ANY(${itemIds}::uuid[]) ORDER BY i.position`);
  if (items.length < new Set(itemIds).size) throw invalid("itemIds", "Choose items of this case.");
  for (const item of items) {
    const name = itemName(item, "fdi");
    if (item.status !== "in_production" || item.stage !== "design")
      throw conflict("not_at_design", `${name} is not being designed now, so its design cannot be asked about.`);
    if (item.isWaiting) throw conflict("already_asked", `${name} waits for the dentist's answer already.`);
  }
  return items;
}

/** The files, which the practice may see from now on. */
async function shown(tx: Transaction, caseId: string, fileIds: string[]): Promise<string[]> {
  const files = await tx.rows<{ id: string }>(sql`
    SELECT id FROM case_files WHERE case_id = ${caseId} AND id = ANY(${fileIds}::uuid[])`);
  if (files.length < new Set(fileIds).size) throw invalid("fileIds", "One of these files is no longer there.");
  const ids = files.map(({ id }) => id);
  await tx.execute(
    sql`UPDATE case_files SET audience = 'shared' WHERE id = ANY(${ids}::uuid[]) AND audience = 'internal'`,
  );
  return ids;
}

/** Whoever works on the design pauses: the time until the answer is nobody's. */
async function standStill(tx: Transaction, itemIds: string[]): Promise<void> {
  await tx.execute(sql`
    UPDATE stage_time_entries e SET ended_at = statement_timestamp() FROM workflow_stages w
    WHERE w.item_id = ANY(${itemIds}::uuid[]) AND w.status = 'in_progress' AND e.workflow_stage_id = w.id AND e.ended_at IS NULL`);
  await tx.execute(sql`
    UPDATE workflow_stages w SET status = 'on_hold', working_seconds = stage_working_seconds(w.id, statement_timestamp())
    WHERE w.item_id = ANY(${itemIds}::uuid[]) AND w.status = 'in_progress'`);
}
