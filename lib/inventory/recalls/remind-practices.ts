import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import { labToday } from "@/lib/labs/today";
import { notify } from "@/lib/notifications/notify";
import { enqueueEach } from "@/lib/outbox/outbox";
import type { RecallInput } from "./schema";
import type { Told } from "./told";

/** A practice that has not acknowledged is reminded after so many days, and again after as many. */
const DAYS = 3;

/**
 * Reminds the practices of the acting lab that have not acknowledged a standing recall: by letter and notification, each at most once a
 * day of the lab. A job does it every `DAYS` days until there is an answer; with `recallId` a person does it now. Answers how many.
 */
export async function remindPractices({ actor, tx }: Context, input?: RecallInput): Promise<{ reminded: number }> {
  const today = labToday(actor.lab.timeZone);
  const due = await tx.rows<{ id: string; practiceId: string; reminders: number; told: Told }>(sql`
    UPDATE recall_notices n SET reminders = n.reminders + 1, reminded_on = ${today}
    FROM lot_recalls r
    WHERE r.id = n.recall_id AND r.withdrawn_at IS NULL AND r.closed_at IS NULL AND n.acknowledged_at IS NULL
      AND n.reminded_on IS DISTINCT FROM ${today}::date
      AND ${input ? sql`r.id = ${input.recallId}` : sql`coalesce(n.reminded_on, (n.told_at AT TIME ZONE ${actor.lab.timeZone})::date) <= ${today}::date - ${DAYS}::int`}
    RETURNING n.id, n.practice_id AS "practiceId", n.reminders, n.told`);
  for (const { id, practiceId, reminders, told } of due)
    await notify(
      tx,
      { practiceId },
      {
        key: `recall-reminder:${id}:${reminders}`,
        type: "alert",
        priority: "high",
        title: `Please acknowledge the recall of ${told.material}, lot ${told.lot}`,
        href: `/portal/recalls/${id}`,
      },
    );
  if (due.length > 0)
    await enqueueEach(
      tx,
      "mail_recall",
      due.map(({ id }) => ({ labId: actor.lab.id, noticeId: id, kind: "reminder" })),
    );
  return { reminded: due.length };
}
