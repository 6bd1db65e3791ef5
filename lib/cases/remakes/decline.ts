import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict, notFound } from "@/lib/access/errors";
import { lockCase } from "@/lib/cases/lock";
import { tellScreens } from "@/lib/cases/tell-screens";
import { sql } from "@/lib/db/sql";
import { recordEvent } from "@/lib/history/record";
import { notify } from "@/lib/notifications/notify";
import type { declineRemakeSchema } from "./schema";

/** Declines a practice's request for a remake, with words it reads. Refuses with `not_found` and `already_answered`. */
export async function declineRemake(
  context: Context,
  input: z.output<typeof declineRemakeSchema>,
): Promise<{ caseId: string }> {
  const { actor, tx } = context;
  const asked = await tx.row<{ caseId: string }>(
    sql`SELECT original_id AS "caseId" FROM remakes WHERE id = ${input.remakeId}`,
  );
  if (!asked) throw notFound("request");
  const found = await lockCase(tx, asked.caseId);
  const declined = await tx.row<{ id: string }>(sql`
    UPDATE remakes SET answer = ${input.words}, answered_by_id = ${actor.userId}, answered_at = statement_timestamp()
    WHERE id = ${input.remakeId} AND answered_at IS NULL RETURNING id`);
  if (!declined) throw conflict("already_answered", "This request was answered already.");
  const data = { words: input.words };
  await recordEvent(context, { caseId: found.id, kind: "remake_declined", data, audience: "shared" });
  await notify(
    tx,
    { practiceId: found.practiceId },
    {
      key: `remake-declined:${input.remakeId}`,
      type: "case_update",
      title: `${found.number}: no remake`,
      body: input.words,
      href: `/portal/cases/${found.id}`,
    },
  );
  await tellScreens(tx, found, "shared");
  return { caseId: found.id };
}
