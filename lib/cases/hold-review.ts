import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict, invalid } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { recordEvent } from "@/lib/history/record";
import { labToday } from "@/lib/labs/today";
import { notify } from "@/lib/notifications/notify";
import { lockCase } from "./lock";
import type { moveReviewSchema } from "./record-schema";
import { tellScreens } from "./tell-screens";

/** Moves the day on which a held case is looked at again, or takes it away. Refuses with `not_on_hold`, and at `reviewOn` a past day. */
export async function moveReview(context: Context, input: z.output<typeof moveReviewSchema>): Promise<null> {
  const { actor, tx } = context;
  const found = await lockCase(tx, input.caseId);
  if (input.reviewOn && input.reviewOn < labToday(actor.lab.timeZone))
    throw invalid("reviewOn", "This day is past. Choose today or a later one.");
  const moved = await tx.execute(sql`
    UPDATE holds SET review_on = ${input.reviewOn ?? null}, review_told_on = NULL
    WHERE case_id = ${found.id} AND released_at IS NULL`);
  if (moved === 0) throw conflict("not_on_hold", `Case ${found.number} is not on hold.`);
  await recordEvent(context, { caseId: found.id, kind: "review_moved", data: { to: input.reviewOn } });
  await tellScreens(tx, found, "internal");
  return null;
}

type Due = {
  id: string;
  caseId: string;
  number: string;
  reason: string | null;
  holderId: string | null;
  reviewOn: string;
};

/**
 * Tells whoever put a case on hold that the day to look again has come; when they are no longer of the lab, everybody who may hold and
 * release. Once per hold and day chosen. Answers how many; a second run finds none. `now` is for tests.
 */
export async function reviewHolds({ actor, tx }: Context, now?: Parameters<typeof labToday>[1]): Promise<number> {
  const today = labToday(actor.lab.timeZone, now);
  const due = await tx.rows<Due>(sql`
    UPDATE holds h SET review_told_on = ${today}::date FROM cases c
    WHERE c.lab_id = h.lab_id AND c.id = h.case_id AND h.released_at IS NULL AND h.review_on <= ${today}::date AND h.review_told_on IS NULL
    RETURNING h.id, h.case_id AS "caseId", c.number, h.review_on AS "reviewOn",
      reason_words(h.reason_id) AS reason,
      (SELECT m.user_id FROM memberships m WHERE m.lab_id = h.lab_id AND m.user_id = h.placed_by_id AND m.status = 'active') AS "holderId"`);
  for (const { id, caseId, number, reason, holderId, reviewOn } of due)
    await notify(tx, holderId ? { userIds: [holderId] } : { permission: "cases.hold" }, {
      key: `hold-review:${id}:${reviewOn}`,
      type: "alert",
      title: `${number} is still on hold: look again`,
      body: reason ?? undefined,
      href: `/cases/${caseId}`,
    });
  return due.length;
}

/** A case on hold as the list of holds shows it; days are `YYYY-MM-DD`. */
export type HeldCase = {
  caseId: string;
  number: string;
  patient: string;
  practice: string;
  reason: string | null;
  note: string | null;
  placedAt: Date;
  placedBy: string | null;
  reviewOn: string | null;
  dueOn: string;
};

/** The cases on hold, those first that are to be looked at again soonest, at most 200. */
export async function heldCases(tx: Transaction): Promise<HeldCase[]> {
  return tx.rows<HeldCase>(sql`
    SELECT c.id AS "caseId", c.number, p.reference AS patient, r.name AS practice, c.due_on AS "dueOn", h.note, h.placed_at AS "placedAt",
      u.name AS "placedBy", h.review_on AS "reviewOn", reason_words(h.reason_id) AS reason
    FROM holds h JOIN cases c ON c.lab_id = h.lab_id AND c.id = h.case_id JOIN patients p ON p.lab_id = c.lab_id AND p.id = c.patient_id
    JOIN practices r ON r.lab_id = c.lab_id AND r.id = c.practice_id LEFT JOIN users u ON u.id = h.placed_by_id
    WHERE h.released_at IS NULL ORDER BY h.review_on NULLS LAST, h.placed_at LIMIT 200`);
}

/** How many held cases are due to be looked at again on the lab's day `today`, or were before. */
export async function holdsToReview(tx: Transaction, today: string): Promise<number> {
  const row = await tx.row<{ count: number }>(
    sql`SELECT count(*)::int AS count FROM holds WHERE released_at IS NULL AND review_on <= ${today}`,
  );
  return row?.count ?? 0;
}
