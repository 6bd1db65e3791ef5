import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import { tellBilling } from "./tell-billing";

/**
 * Marks the acting lab's open invoices overdue whose due day has passed on the lab's own calendar. Answers how many; a second run
 * on the same day finds none.
 */
export async function markOverdue({ tx }: Pick<Context, "tx">): Promise<number> {
  const late = await tx.rows<{ id: string; practiceId: string }>(sql`
    UPDATE invoices i SET status = 'overdue' FROM labs l
    WHERE l.id = i.lab_id AND i.status IN ('sent', 'partly_paid') AND i.due_on < (now() AT TIME ZONE l.time_zone)::date
    RETURNING i.id, i.practice_id AS "practiceId"`);
  for (const { id, practiceId } of late) await tellBilling(tx, id, [], practiceId);
  return late.length;
}
