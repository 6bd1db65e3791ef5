import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { Criterion, ReviewStatus } from "./vocabulary";

/** A review as lists show it. Days are the lab's; `rating` is a decimal string of 1 to 5. */
export type ReviewRow = {
  id: string;
  person: string;
  personId: string;
  profileId: string;
  reviewer: string;
  reviewerId: string;
  cycle: string | null;
  from: string;
  to: string;
  dueOn: string | null;
  status: ReviewStatus;
  rating: string | null;
};

const columns = sql`
  r.id, u.name AS person, p.user_id AS "personId", p.id AS "profileId", v.name AS reviewer, r.reviewer_id AS "reviewerId",
  (SELECT name FROM review_cycles c WHERE c.id = r.cycle_id) AS cycle, r.period_start AS from, r.period_end AS to, r.due_on AS "dueOn", r.status,
  r.rating::text AS rating`;
const tables = sql`
  performance_reviews r JOIN staff_profiles p ON p.id = r.staff_profile_id JOIN users u ON u.id = p.user_id JOIN users v ON v.id = r.reviewer_id`;

/** The reviews that the acting person may read, of one person's profile or all, the latest period first; at most 50. */
export const listReviews = (
  tx: Transaction,
  { status, profileId }: { status: ReviewStatus | null; profileId: string | null },
): Promise<ReviewRow[]> =>
  tx.rows<ReviewRow>(sql`
    SELECT ${columns} FROM ${tables}
    WHERE (${status}::text IS NULL OR r.status = ${status}::text) AND (${profileId}::uuid IS NULL OR r.staff_profile_id = ${profileId}::uuid)
    ORDER BY r.status = 'closed', r.period_end DESC, u.name, r.id LIMIT 50`);

export type Goal = {
  id: string;
  title: string;
  measure: string | null;
  dueOn: string | null;
  progress: number;
};
export type Review = ReviewRow & {
  version: number;
  comments: string | null;
  personComments: string | null;
  sharedAt: Date | null;
  acknowledgedAt: Date | null;
  closedAt: Date | null;
  ratings: { criterion: Criterion; rating: number; note: string | null }[];
  goals: Goal[];
};

/** One review with its goals and ratings; undefined when it is not the acting person's to read. */
export const oneReview = (tx: Transaction, id: string): Promise<Review | undefined> =>
  tx.row<Review>(sql`
    SELECT ${columns}, r.version, r.comments, r.person_comments AS "personComments", r.shared_at AS "sharedAt", r.acknowledged_at AS "acknowledgedAt",
      r.closed_at AS "closedAt",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('criterion', x.criterion, 'rating', x.rating, 'note', x.note)), '[]') FROM review_ratings x WHERE x.review_id = r.id) AS ratings,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'title', g.title, 'measure', g.measure, 'dueOn', g.due_on, 'progress', g.progress) ORDER BY g.created_at), '[]')
        FROM review_goals g WHERE g.review_id = r.id) AS goals
    FROM ${tables} WHERE r.id = ${id}`);

/** Whose work can be reviewed: the lab's own people but oneself, by name; at most 500. `id` is of the profile. */
export const reviewable = (tx: Transaction, userId: string | null): Promise<{ id: string; name: string }[]> =>
  tx.rows(sql`
    SELECT p.id, u.name FROM staff_profiles p JOIN memberships m ON m.user_id = p.user_id AND m.status = 'active' JOIN users u ON u.id = p.user_id
    WHERE p.user_id IS DISTINCT FROM ${userId}::uuid ORDER BY u.name, p.id LIMIT 500`);

/** Who may write reviews, by name; at most 100. */
export const reviewers = (tx: Transaction): Promise<{ id: string; name: string }[]> =>
  tx.rows(sql`
    SELECT DISTINCT u.id, u.name FROM memberships m JOIN role_permissions p ON p.role_id = m.role_id AND p.permission_key = 'reviews.write'
    JOIN users u ON u.id = m.user_id WHERE m.status = 'active' ORDER BY u.name, u.id LIMIT 100`);
