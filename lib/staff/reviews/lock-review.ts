import type { Context } from "@/lib/access/action";
import { conflict, notFound, stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { ReviewStatus } from "./vocabulary";

export type LockedReview = {
  id: string;
  status: ReviewStatus;
  version: number;
  rating: string | null;
  reviewerId: string;
  personId: string;
  person: string;
  /** A driver has no screen for it: the review is talked over, and closed without their taking note here. */
  driver: boolean;
  /** Whether the acting person is the one whose work is reviewed. */
  own: boolean;
};

/**
 * Locks a review that the acting person may read (the database decides). Refuses with `not_found`; with `stale` when it was changed since
 * `version`, if one is given; and with `review_closed`.
 */
export async function lockReview({ actor, tx }: Context, id: string, version?: number): Promise<LockedReview> {
  const found = await tx.row<LockedReview>(sql`
    SELECT r.id, r.status, r.version, r.rating::text AS rating, r.reviewer_id AS "reviewerId", p.user_id AS "personId", u.name AS person,
      p.user_id IS NOT DISTINCT FROM ${actor.userId}::uuid AS own,
      EXISTS (SELECT FROM memberships m JOIN roles k ON k.id = m.role_id WHERE m.user_id = p.user_id AND k.kind = 'driver') AS driver
    FROM performance_reviews r JOIN staff_profiles p ON p.id = r.staff_profile_id JOIN users u ON u.id = p.user_id
    WHERE r.id = ${id} FOR UPDATE OF r`);
  if (!found) throw notFound("review");
  if (version !== undefined && found.version !== version) throw stale("review");
  if (found.status === "closed") throw conflict("review_closed", "This review is closed and can no longer change.");
  return found;
}

/** As `lockReview`, for those who write it. Refuses its own person with `not_the_reviewer`. */
export async function lockAsReviewer(context: Context, id: string, version?: number): Promise<LockedReview> {
  const review = await lockReview(context, id, version);
  if (review.own) throw conflict("not_the_reviewer", "Of your own review you change only what you say to it.");
  return review;
}
