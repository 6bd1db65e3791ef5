import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/** Somebody who is or was in a conversation. */
export type Person = {
  conversationId: string;
  userId: string;
  name: string;
  /** Of the lab, and not of a practice. */
  isLab: boolean;
  /** Still in it. */
  isIn: boolean;
  /** The position of the last message they have seen. */
  readPosition: number;
};

/** Everybody who is or was in the conversations, of those that the acting person may see; by name. */
export async function peopleOf(tx: Transaction, conversationIds: readonly string[]): Promise<Person[]> {
  if (conversationIds.length === 0) return [];
  return tx.rows<Person>(sql`
    SELECT conversation_id AS "conversationId", user_id AS "userId", name, is_lab AS "isLab", is_in AS "isIn", read_position AS "readPosition"
    FROM conversation_people(${conversationIds}::uuid[]) ORDER BY name, user_id`);
}

const MOST_NAMES = 3;

/** What a conversation is called for one person: the other's name, the group's name or its people's, the case's number. */
export function titleOf(
  { type, subject, number }: { type: string; subject: string | null; number: string | null },
  people: readonly Pick<Person, "userId" | "name" | "isIn">[],
  me: string | null,
): string {
  if (type === "case") return number ?? "Case";
  if (subject) return subject;
  const others = people
    .filter(({ userId, isIn }) => userId !== me && (isIn || type === "direct"))
    .map(({ name }) => name);
  if (others.length === 0) return "Nobody else";
  const more = others.length - MOST_NAMES;
  return more > 0 ? `${others.slice(0, MOST_NAMES).join(", ")} and ${more} more` : others.join(", ");
}
