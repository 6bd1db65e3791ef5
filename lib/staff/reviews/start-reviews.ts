import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { invalid } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { startReviewsSchema } from "./schema";

/**
 * Starts the reviews of people (ids of their profiles) over a period, as drafts that nobody but the reviewer and admins sees; with a name
 * they make a cycle. The reviewer is the acting person, or, where an admin says so, another who may write reviews. Refuses at `people`
 * whoever is not of the lab's staff or is the reviewer, at `reviewerId` somebody who may not review, or a manager who names another.
 */
export async function startReviews(
  { actor, tx }: Context,
  input: z.output<typeof startReviewsSchema>,
): Promise<{ ids: string[] }> {
  const reviewerId = input.reviewerId ?? actor.userId;
  if (reviewerId !== actor.userId) {
    if (actor.role.kind !== "admin") throw invalid("reviewerId", "Only an admin names another reviewer.");
    const may = await tx.row(sql`
      SELECT 1 FROM memberships m JOIN role_permissions p ON p.role_id = m.role_id AND p.permission_key = 'reviews.write'
      WHERE m.user_id = ${reviewerId} AND m.status = 'active'`);
    if (!may) throw invalid("reviewerId", "This person may not write reviews.");
  }
  const people = await tx.rows<{ id: string; userId: string; name: string }>(sql`
    SELECT p.id, p.user_id AS "userId", u.name FROM staff_profiles p JOIN users u ON u.id = p.user_id WHERE p.id = ANY(${input.people}::uuid[]) ORDER BY u.name`);
  if (people.length !== new Set(input.people).size) throw invalid("people", "Somebody here is not of the staff.");
  const self = people.find(({ userId }) => userId === reviewerId);
  if (self) throw invalid("people", `${self.name} cannot review themselves.`);
  const cycle = input.name
    ? await tx.row<{ id: string }>(sql`
        INSERT INTO review_cycles (name, period_start, period_end, due_on) VALUES (${input.name}, ${input.from}::date, ${input.to}::date, ${input.dueOn}::date) RETURNING id`)
    : null;
  const ids: string[] = [];
  for (const { id } of people) {
    const made = await tx.row<{ id: string }>(sql`
      INSERT INTO performance_reviews (staff_profile_id, reviewer_id, cycle_id, period_start, period_end, due_on)
      VALUES (${id}, ${reviewerId}, ${cycle?.id ?? null}::uuid, ${input.from}::date, ${input.to}::date, ${input.dueOn}::date) RETURNING id`);
    if (made) ids.push(made.id);
  }
  return { ids };
}
