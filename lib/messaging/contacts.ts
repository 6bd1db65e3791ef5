import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";

/** Somebody the acting person may write to; `role` in the lab's words. */
export type Contact = { userId: string; name: string; role: string; isLab: boolean };

/**
 * Whom the acting person may write to, by name: the lab's people everybody of the lab but drivers and, in a conversation with a
 * practice, its people; a practice its own people and those of the lab who look after practices.
 */
export async function contactsFor({ actor, tx }: Context, practiceId: string | null): Promise<Contact[]> {
  const practice = actor.practice?.id ?? practiceId;
  return tx.rows<Contact>(sql`
    SELECT user_id AS "userId", name, role, is_lab AS "isLab" FROM conversation_contacts(${practice}::uuid) ORDER BY is_lab, name, user_id`);
}

/** The same, for a dialog that asks. */
export const readContacts = (context: Context, { practiceId }: { practiceId: string | null }): Promise<Contact[]> =>
  contactsFor(context, practiceId);

/** The practices somebody of the lab can begin a conversation with, by name; at most 1,000. Nobody of a practice gets any. */
export async function practicesToWriteTo({ actor, tx }: Context): Promise<{ id: string; name: string }[] | null> {
  if (actor.audience !== "lab") return null;
  return tx.rows(sql`
    SELECT p.id, p.name FROM practices p
    WHERE EXISTS (SELECT FROM practice_members m WHERE m.lab_id = p.lab_id AND m.practice_id = p.id) ORDER BY p.name, p.id LIMIT 1000`);
}
