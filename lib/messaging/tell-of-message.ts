import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import { deliver } from "@/lib/notifications/deliver";
import type { Notice } from "@/lib/notifications/notify";
import { messagePage } from "./addresses";
import { messageKey } from "./conversation";
import type { MessageJob } from "./send";

/** An e-mail goes out only when the message was not read in the app by then. */
const MAIL_AFTER_MINUTES = 10;

/**
 * The job `tell_of_message`: notifies those in the conversation who may read the message and have not, once per run of unread messages;
 * who is mentioned by name is told in any case. A message that was removed meanwhile is told to nobody.
 */
export async function tellOfMessage(context: Context, job: Omit<MessageJob, "labId">): Promise<void> {
  const { conversationId, position, authorId, caseId, practiceId } = job;
  const unread = await context.tx.rows<{ userId: string; isLab: boolean }>(sql`
    SELECT user_id AS "userId", is_lab AS "isLab" FROM conversation_unread_by(${conversationId}, ${position})`);
  const number = caseId
    ? (await context.tx.row<{ number: string }>(sql`SELECT number FROM cases WHERE id = ${caseId}`))?.number
    : undefined;
  for (const isLab of [true, false])
    for (const isMentioned of [true, false]) {
      const userIds = unread
        .filter((person) => person.isLab === isLab && job.mentions.includes(person.userId) === isMentioned)
        .map(({ userId }) => userId);
      const notice: Notice = {
        key: messageKey(conversationId, position),
        type: "message",
        priority: isMentioned ? "high" : "medium",
        title: `${job.authorName} ${isMentioned ? "mentioned you" : "wrote"}${number ? ` about ${number}` : ""}`,
        body: job.excerpt,
        href: messagePage(isLab ? "lab" : "portal", conversationId),
        thread: `conversation:${conversationId}`,
        always: isMentioned,
        mailAfterMinutes: MAIL_AFTER_MINUTES,
      };
      const to = { userIds, ...(practiceId ? { practiceId } : {}) };
      if (userIds.length > 0) await deliver(context, { to, notice: withoutTimes(notice), actorId: authorId });
    }
}

const withoutTimes = ({ expiresAt: _, sendAt: __, ...notice }: Notice) => notice;
