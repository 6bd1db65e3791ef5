import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { notify } from "@/lib/notifications/notify";
import { lockAsReviewer, lockReview } from "./lock-review";
import type { answerReviewSchema, seenReviewSchema } from "./schema";

type Seen = z.output<typeof seenReviewSchema>;

/**
 * Shares a draft with its person, who is told. Refuses with `not_rated` one without a rating, with `not_a_draft`, and as `lockAsReviewer`.
 */
export async function shareReview(context: Context, { id, version }: Seen): Promise<{ id: string }> {
  const { tx } = context;
  const review = await lockAsReviewer(context, id, version);
  if (review.status !== "draft") throw conflict("not_a_draft", "This review was shared already.");
  if (!review.rating) throw conflict("not_rated", "Rate at least one criterion before you share the review.");
  await tx.execute(
    sql`UPDATE performance_reviews SET status = 'shared', shared_at = now(), reminded_on = NULL WHERE id = ${id}`,
  );
  if (review.driver) return { id };
  await notify(
    tx,
    { userIds: [review.personId] },
    {
      key: `review-shared:${id}:${version}`,
      type: "system",
      priority: "high",
      title: "Your review was shared with you",
      body: "Read it, say what you think of it, and take note of it.",
      href: `/people/reviews/${id}`,
    },
  );
  return { id };
}

/** Takes a shared review back to a draft, as long as its person took no note of it. Refuses with `acknowledged_already` and as `lockAsReviewer`. */
export async function takeReviewBack(context: Context, { id, version }: Seen): Promise<{ id: string }> {
  const review = await lockAsReviewer(context, id, version);
  if (review.status === "acknowledged") throw conflict("acknowledged_already", "The person took note of it already.");
  await context.tx.execute(
    sql`UPDATE performance_reviews SET status = 'draft', shared_at = NULL, reminded_on = NULL WHERE id = ${id}`,
  );
  return { id };
}

/**
 * What a person says to their own review, and that they have taken note of it (`acknowledge`), of which the reviewer is told. Refuses with
 * `not_found` anybody else and a draft, `stale` and `review_closed`.
 */
export async function answerReview(
  context: Context,
  { id, version, comments, acknowledge }: z.output<typeof answerReviewSchema>,
): Promise<{ id: string }> {
  const { tx } = context;
  const review = await lockReview(context, id, version);
  if (!review.own) throw notFound("review");
  const notes = acknowledge && review.status === "shared";
  await tx.execute(sql`
    UPDATE performance_reviews SET person_comments = ${comments}, status = CASE WHEN ${notes}::boolean THEN 'acknowledged' ELSE status::text END,
      acknowledged_at = CASE WHEN ${notes}::boolean THEN now() ELSE acknowledged_at END WHERE id = ${id}`);
  if (notes)
    await notify(
      tx,
      { userIds: [review.reviewerId] },
      {
        key: `review-acknowledged:${id}:${version}`,
        type: "system",
        title: `${review.person} took note of their review`,
        href: `/people/reviews/${id}`,
      },
    );
  return { id };
}

/**
 * Closes a review that its person took note of (a driver, who has no screen for it, in a talk): it changes no more, and its rating becomes the person's (the database's `keep_rating`).
 * Refuses with `not_acknowledged` and as `lockAsReviewer`.
 */
export async function closeReview(context: Context, { id, version }: Seen): Promise<{ id: string }> {
  const review = await lockAsReviewer(context, id, version);
  if (review.status !== "acknowledged" && !(review.driver && review.status === "shared"))
    throw conflict("not_acknowledged", `${review.person} has not taken note of it yet.`);
  await context.tx.execute(sql`UPDATE performance_reviews SET status = 'closed', closed_at = now() WHERE id = ${id}`);
  return { id };
}

/** Takes a draft away; `restoreReview` brings it back. Refuses with `not_a_draft` and as `lockAsReviewer`. */
export async function removeReview(context: Context, { id, version }: Seen): Promise<{ id: string; version: number }> {
  const review = await lockAsReviewer(context, id, version);
  if (review.status !== "draft") throw conflict("not_a_draft", "Only a draft can be taken away.");
  return mark(context, id, true);
}

/** Brings a draft back that was taken away. Refuses as `lockAsReviewer`. */
export async function restoreReview(context: Context, { id, version }: Seen): Promise<{ id: string; version: number }> {
  await context.tx.includeDeleted();
  await lockAsReviewer(context, id, version);
  return mark(context, id, false);
}

async function mark({ tx }: Context, id: string, gone: boolean): Promise<{ id: string; version: number }> {
  await tx.includeDeleted();
  const marked = await tx.row<{ id: string; version: number }>(
    sql`UPDATE performance_reviews SET deleted_at = CASE WHEN ${gone}::boolean THEN now() END WHERE id = ${id} RETURNING id, version`,
  );
  if (!marked) throw notFound("review");
  return marked;
}
