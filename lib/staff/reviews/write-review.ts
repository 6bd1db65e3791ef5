import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { lockAsReviewer } from "./lock-review";
import type { goalSchema, writeReviewSchema } from "./schema";

/**
 * Writes the reviewer's comments and ratings. The overall rating is the one given, or the mean of the criteria (two decimals, null without
 * any). Refuses with `not_found`, `stale`, `review_closed` and `not_the_reviewer`.
 */
export async function writeReview(
  context: Context,
  { id, version, comments, ratings, overall }: z.output<typeof writeReviewSchema>,
): Promise<{ version: number }> {
  const { tx } = context;
  await lockAsReviewer(context, id, version);
  for (const { criterion, rating, note } of ratings)
    await tx.execute(sql`
      INSERT INTO review_ratings (review_id, criterion, rating, note) VALUES (${id}, ${criterion}, ${rating}, ${note})
      ON CONFLICT (lab_id, review_id, criterion) DO UPDATE SET rating = EXCLUDED.rating, note = EXCLUDED.note`);
  const kept = await tx.row<{ version: number }>(sql`
    UPDATE performance_reviews r SET comments = ${comments},
      rating = coalesce(${overall}::numeric, (SELECT round(avg(x.rating), 2) FROM review_ratings x WHERE x.review_id = r.id))
    WHERE r.id = ${id} RETURNING version`);
  return kept as { version: number };
}

/** Adds a goal to a review, or changes one (`id`). Refuses with `not_found`, `review_closed` and `not_the_reviewer`. */
export async function keepGoal(
  context: Context,
  { id, reviewId, title, measure, dueOn, progress }: z.output<typeof goalSchema>,
): Promise<{ id: string }> {
  const { tx } = context;
  await lockAsReviewer(context, reviewId);
  const kept = id
    ? await tx.row<{ id: string }>(sql`
        UPDATE review_goals SET title = ${title}, measure = ${measure}, due_on = ${dueOn}::date, progress = ${progress}
        WHERE id = ${id} AND review_id = ${reviewId} RETURNING id`)
    : await tx.row<{ id: string }>(sql`
        INSERT INTO review_goals (review_id, title, measure, due_on, progress) VALUES (${reviewId}, ${title}, ${measure}, ${dueOn}::date, ${progress}) RETURNING id`);
  if (!kept) throw notFound("goal");
  return kept;
}

/** Takes a goal away; `restoreGoal` brings it back. Refuses as `keepGoal`. */
export const removeGoal = (context: Context, { id }: { id: string }) => markGoal(context, id, true);

/** Brings a goal back that was taken away. Refuses as `keepGoal`. */
export const restoreGoal = (context: Context, { id }: { id: string }) => markGoal(context, id, false);

async function markGoal(context: Context, id: string, gone: boolean): Promise<{ id: string }> {
  const { tx } = context;
  await tx.includeDeleted();
  const goal = await tx.row<{ reviewId: string }>(
    sql`SELECT review_id AS "reviewId" FROM review_goals WHERE id = ${id}`,
  );
  if (!goal) throw notFound("goal");
  await lockAsReviewer(context, goal.reviewId);
  await tx.execute(
    sql`UPDATE review_goals SET deleted_at = CASE WHEN ${gone}::boolean THEN now() END WHERE id = ${id}`,
  );
  return { id };
}
