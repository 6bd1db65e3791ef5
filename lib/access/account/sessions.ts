import type { z } from "zod";
import { asAuth } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import type { Acting } from "../action";
import { notFound } from "../errors";
import type { sessionSchema } from "./schema";

/** Ends one of the acting person's own sessions; anyone else's is not found. */
export async function endSession({ actor }: Acting, { sessionId }: z.output<typeof sessionSchema>): Promise<null> {
  const ended = await asAuth((tx) =>
    tx.execute(sql`
      UPDATE sessions SET revoked_at = now(), revoked_reason = 'signed_out_elsewhere'
      WHERE id = ${sessionId} AND user_id = ${actor.userId} AND revoked_at IS NULL`),
  );
  if (ended === 0) throw notFound("session");
  return null;
}

/** Ends all sessions of the acting person but this one. Answers how many. */
export async function endOtherSessions({ actor }: Acting): Promise<{ ended: number }> {
  const ended = await asAuth((tx) =>
    tx.execute(sql`
      UPDATE sessions SET revoked_at = now(), revoked_reason = 'signed_out_elsewhere'
      WHERE user_id = ${actor.userId} AND id IS DISTINCT FROM ${actor.sessionId}::uuid AND revoked_at IS NULL`),
  );
  return { ended };
}
