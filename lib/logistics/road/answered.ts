import { createHash } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import type { FieldErrors } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/**
 * What came of a command. `applied` now, `already` before; `refused` for good, in words for the driver; `failed` on our side or for a
 * moment: send it again.
 */
export type Answer = {
  id: string | null;
  outcome: "applied" | "already" | "refused" | "failed";
  reason?: string;
  words?: string;
  fieldErrors?: FieldErrors;
  data?: object;
};
type Earlier = { outcome: "applied" | "refused"; reason: string | null; words: string | null; answer: object };

/** What this command was answered before. Whoever asks first holds back the same command on another connection until it is done. */
export async function answeredBefore(tx: Transaction, actor: Actor, id: string): Promise<Answer | null> {
  const lock = createHash("sha256").update(`${actor.userId}:${id}`).digest().readBigInt64BE();
  await tx.execute(sql`SELECT pg_advisory_xact_lock(${String(lock)}::bigint)`);
  const earlier = await tx.row<Earlier>(sql`
    SELECT outcome, reason, words, answer FROM road_log WHERE command_id = ${id} AND user_id = ${actor.userId}`);
  if (!earlier) return null;
  if (earlier.outcome === "applied") return { id, outcome: "already", data: earlier.answer };
  return { id, outcome: "refused", reason: earlier.reason ?? undefined, words: earlier.words ?? undefined };
}
