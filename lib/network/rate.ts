import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { notify } from "@/lib/notifications/notify";
import { announce } from "@/lib/outbox/outbox";
import type { rateSchema, ratingSchema } from "./schema";

/** How long a rating may still be changed after it was given (days). */
export const EDITABLE_DAYS = 14;
/** An overall score up to this is low: somebody should call. */
const LOW = 2;

type Asked = { id: string; caseId: string; number: string; overall: number | null; open: boolean; practice: string };

/** What the acting practice was asked about a case, for its answer. Refuses with `not_found` and `rating_closed`. */
async function lockRating(tx: Transaction, id: string): Promise<Asked> {
  const found = await tx.row<Asked>(sql`
    SELECT r.id, r.case_id AS "caseId", c.number, r.overall, p.name AS practice,
      r.rated_at IS NULL OR r.rated_at > now() - make_interval(days => ${EDITABLE_DAYS}) AS open
    FROM case_ratings r JOIN cases c ON c.id = r.case_id JOIN practices p ON p.id = r.practice_id WHERE r.id = ${id} FOR UPDATE OF r`);
  if (!found) throw notFound("question");
  if (!found.open)
    throw conflict(
      "rating_closed",
      `A rating can be changed for ${EDITABLE_DAYS} days. Write to the lab if there is more to say.`,
    );
  return found;
}

/**
 * Rates a delivered case, or changes the rating while it is fresh. A low one tells the lab's managers, once. Refuses as `lockRating`.
 */
export async function rateCase({ actor, tx }: Context, input: z.output<typeof rateSchema>): Promise<{ id: string }> {
  const asked = await lockRating(tx, input.id);
  await tx.execute(sql`
    UPDATE case_ratings SET overall = ${input.overall}, fit = ${input.fit}, contacts = ${input.contacts}, shade = ${input.shade},
      timeliness = ${input.timeliness}, words = ${input.words}, dismissed_at = NULL, rated_by_id = ${actor.userId},
      rated_at = coalesce(rated_at, now()) WHERE id = ${input.id}`);
  if (input.overall <= LOW)
    await notify(
      tx,
      { permission: "reports.view" },
      {
        key: `low-rating:${input.id}`,
        type: "alert",
        priority: "high",
        title: `${asked.practice} rated case ${asked.number} ${input.overall} of 5`,
        body: input.words ?? undefined,
        href: `/cases/${asked.caseId}`,
      },
    );
  await announce(tx, [`case:${asked.caseId}`, "reports"], actor.practice?.id);
  return { id: input.id };
}

/** Puts the question away unanswered; it can still be answered from the list. Refuses as `lockRating`. */
export async function dismissRating({ tx }: Context, { id }: z.output<typeof ratingSchema>): Promise<{ id: string }> {
  await lockRating(tx, id);
  await tx.execute(
    sql`UPDATE case_ratings SET dismissed_at = coalesce(dismissed_at, now()) WHERE id = ${id} AND overall IS NULL`,
  );
  return { id };
}

/** Asks again what was put away. Refuses as `lockRating`. */
export async function recallRating({ tx }: Context, { id }: z.output<typeof ratingSchema>): Promise<{ id: string }> {
  await lockRating(tx, id);
  await tx.execute(sql`UPDATE case_ratings SET dismissed_at = NULL WHERE id = ${id}`);
  return { id };
}
