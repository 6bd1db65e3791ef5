import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import { notify } from "@/lib/notifications/notify";
import { announce } from "@/lib/outbox/outbox";

/** A practice is asked this long after delivery, when the work has been tried in, and not of work older than that (days). */
const ASK_AFTER_DAYS = 2;
const ASK_UNTIL_DAYS = 14;
const MOST = 200;

/** Asks the practices of the lab how lately delivered cases turned out, each case once; at most 200 a run. */
export async function askRatings({ tx }: Context): Promise<void> {
  const asked = await tx.rows<{ id: string; practiceId: string; number: string; patient: string }>(sql`
    WITH due AS (
      SELECT c.id, c.practice_id, c.dentist_id FROM cases c
      WHERE c.status = 'delivered' AND c.deleted_at IS NULL AND c.delivered_at < now() - make_interval(days => ${ASK_AFTER_DAYS})
        AND c.delivered_at > now() - make_interval(days => ${ASK_UNTIL_DAYS})
        AND NOT EXISTS (SELECT FROM case_ratings r WHERE r.case_id = c.id)
      ORDER BY c.delivered_at LIMIT ${MOST}
    ), asked AS (
      INSERT INTO case_ratings (case_id, practice_id, dentist_id) SELECT id, practice_id, dentist_id FROM due
      ON CONFLICT (lab_id, case_id) DO NOTHING RETURNING id, case_id, practice_id
    )
    SELECT a.id, a.practice_id AS "practiceId", c.number, p.reference AS patient FROM asked a JOIN cases c ON c.id = a.case_id
    JOIN patients p ON p.id = c.patient_id`);
  for (const { id, practiceId, number, patient } of asked)
    await notify(
      tx,
      { practiceId, permission: "portal.submit" },
      {
        key: `rating:${id}`,
        type: "case_update",
        priority: "low",
        title: `How did ${patient} turn out?`,
        body: `Rate case ${number} in a few seconds.`,
        href: `/portal/ratings#rating-${id}`,
        thread: `ratings:${practiceId}`,
      },
    );
  for (const practiceId of new Set(asked.map((row) => row.practiceId)))
    await announce(tx, [`portal:${practiceId}`], practiceId);
}
