import type { Context } from "@/lib/access/action";
import { isWorkingDay, localNow } from "@/lib/cases/due-date";
import { labCalendar } from "@/lib/cases/lab-days";
import { lockCase } from "@/lib/cases/lock";
import { tellScreens } from "@/lib/cases/tell-screens";
import { sql } from "@/lib/db/sql";
import { recordEvent } from "@/lib/history/record";
import { notify } from "@/lib/notifications/notify";
import { approvalItems } from "./queries";

const FROM = "08:00";

type Due = { id: string; caseId: string };

/**
 * Reminds the practices of the acting lab of the designs that have waited for their answer since the lab's number of working days: on
 * working days from eight in the lab's morning, at most once a day. Answers how many; a second run on the same day finds none. `now` is
 * for tests.
 */
export async function remindOfDesigns(context: Context, now = new Date()): Promise<number> {
  const { actor, tx } = context;
  const { day, time } = localNow(now, actor.lab.timeZone);
  if (time < FROM || !isWorkingDay(day, await labCalendar(tx))) return 0;
  const due = await tx.rows<Due>(sql`
    SELECT a.id, a.case_id AS "caseId" FROM design_approvals a
    WHERE a.decision IS NULL AND a.remind_on <= ${day} AND (a.reminded_on IS NULL OR a.reminded_on < ${day})
    ORDER BY a.case_id, a.id`);
  let reminded = 0;
  for (const { id, caseId } of due) if (await remind(context, id, caseId, day)) reminded += 1;
  return reminded;
}

/** The case's lock comes first, as everywhere; whoever answered meanwhile is not reminded. */
async function remind(context: Context, id: string, caseId: string, day: string): Promise<boolean> {
  const { tx } = context;
  const found = await lockCase(tx, caseId);
  const counted = await tx.execute(sql`
    UPDATE design_approvals SET reminded_on = ${day}, reminders = reminders + 1
    WHERE id = ${id} AND decision IS NULL AND (reminded_on IS NULL OR reminded_on < ${day})`);
  if (counted === 0) return false;
  const items = await approvalItems(tx, id);
  await recordEvent(context, { caseId, kind: "design_reminded", data: { items }, audience: "shared" });
  await notify(
    tx,
    { practiceId: found.practiceId, permission: "portal.approve" },
    {
      key: `design-reminder:${id}:${day}`,
      type: "case_update",
      priority: "high",
      title: `${found.number}: the design of ${items} still waits for your answer`,
      body: "Work stands still until then.",
      href: `/portal/cases/${caseId}`,
    },
  );
  await tellScreens(tx, found, "shared");
  return true;
}
