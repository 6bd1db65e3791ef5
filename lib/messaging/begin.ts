import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { invalid } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { contactsFor } from "./contacts";
import { lockConversation } from "./conversation";
import { putIn } from "./participants";
import { say } from "./say";
import type { beginSchema } from "./schema";

/**
 * Begins a conversation with one person (there is one for each two people and practice: it is answered if it exists) or with
 * several, which has a name if one is given. Refuses people the acting person may not write to.
 */
export async function begin(
  context: Context,
  { userIds, practiceId, subject }: z.output<typeof beginSchema>,
): Promise<{ id: string }> {
  const { actor, tx } = context;
  const me = actor.userId as string;
  const contacts = await contactsFor(context, practiceId);
  const others = [...new Set(userIds)];
  const chosen = contacts.filter(({ userId }) => others.includes(userId));
  if (chosen.length !== others.length) throw invalid("userIds", "You cannot write to one of these people.");
  const practice = actor.practice?.id ?? (chosen.some(({ isLab }) => !isLab) ? practiceId : null);
  const [only] = others;
  const isDirect = others.length === 1 && subject === "";
  const key = isDirect ? [...[me, only].sort(), practice ?? "lab"].join(":") : null;
  if (key) {
    await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${actor.lab.id} ${key}`}, 0))`); // or two at once would both begin
    const known = await tx.row<{ id: string }>(sql`SELECT id FROM conversations WHERE direct_key = ${key}`);
    if (known) return known;
  }
  // The id is made before the insert: until somebody is in it, a conversation cannot be read back.
  const id = (await tx.row<{ id: string }>(sql`SELECT uuid_v7() AS id`))?.id as string;
  await tx.execute(sql`
    INSERT INTO conversations (id, type, practice_id, subject, created_by_id, direct_key)
    VALUES (${id}, ${isDirect ? "direct" : "group"}, ${practice}, ${subject || null}, ${me}, ${key})`);
  await putIn(tx, id, [me, ...others]);
  await say(context, await lockConversation(tx, id), { kind: "event", event: { event: "began" } });
  return { id };
}
