import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict, notFound } from "@/lib/access/errors";
import { tellScreens } from "@/lib/cases/tell-screens";
import { sql } from "@/lib/db/sql";
import { recordEvent } from "@/lib/history/record";
import { notify } from "@/lib/notifications/notify";
import { deliveredItems } from "./delivered-items";
import type { askRemakeSchema } from "./schema";

/**
 * A practice asks for items of one of its delivered cases to be made again, saying what is wrong; the lab decides. Refuses with
 * `not_found`, `not_delivered`, `already_asked`, and at `itemIds`. Answers the request's id.
 */
export async function askForRemake(context: Context, input: z.output<typeof askRemakeSchema>): Promise<{ id: string }> {
  const { actor, tx } = context;
  const found = await tx.row<{ id: string; number: string; practiceId: string }>(
    sql`SELECT id, number, practice_id AS "practiceId" FROM cases WHERE id = ${input.caseId}`,
  );
  if (!found) throw notFound("case");
  const { items, names } = await deliveredItems(tx, found.id, input.itemIds);
  const made = await tx.row<{ id: string }>(sql`
    INSERT INTO remakes (original_id, words, asked_by_id) VALUES (${found.id}, ${input.words}, ${actor.userId})
    ON CONFLICT DO NOTHING RETURNING id`);
  if (!made) throw conflict("already_asked", "A remake of this case is being looked at already.");
  await tx.execute(sql`
    INSERT INTO remake_items (remake_id, item_id) SELECT ${made.id}, unnest(${items.map(({ id }) => id)}::uuid[])`);
  const data = { items: names, words: input.words };
  await recordEvent(context, { caseId: found.id, kind: "remake_asked", data, audience: "shared" });
  await notify(
    tx,
    { permission: "cases.remake" },
    {
      key: `remake-asked:${made.id}`,
      type: "case_update",
      priority: "high",
      title: `${found.number}: a remake of ${names} is asked for`,
      body: input.words,
      href: `/cases/${found.id}`,
    },
  );
  await tellScreens(tx, found, "shared");
  return made;
}
