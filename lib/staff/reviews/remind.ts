import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import { labToday } from "@/lib/labs/today";
import { notify } from "@/lib/notifications/notify";
import type { ReviewStatus } from "./vocabulary";

type Waiting = { id: string; userId: string; status: ReviewStatus; person: string; dueOn: string | null };

/**
 * Reminds of the acting lab's reviews that wait: the reviewer of a draft from a week before it is due, the person of a shared one after a
 * week, the reviewer of an acknowledged one after a week; each once a week, without a word of what is in it. Answers how many.
 */
export async function remindOfReviews({ actor, tx }: Context): Promise<number> {
  const today = labToday(actor.lab.timeZone);
  const waiting = await tx.rows<Waiting>(sql`
    SELECT id, user_id AS "userId", status, person, due_on AS "dueOn" FROM reviews_to_remind(${today}::date)`);
  for (const { id, userId, status, person, dueOn } of waiting) {
    const title =
      status === "shared"
        ? "Your review waits for you to take note of it"
        : status === "draft"
          ? `The review of ${person} is due on ${dueOn}`
          : `The review of ${person} can be closed`;
    await notify(
      tx,
      { userIds: [userId] },
      { key: `review:${id}:${status}:${today}`, type: "system", title, href: `/people/reviews/${id}` },
    );
  }
  return waiting.length;
}
