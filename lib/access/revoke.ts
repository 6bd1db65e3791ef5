import { asAuth } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";

export type RevocationReason =
  | "signed_out"
  | "signed_out_elsewhere"
  | "password_reset"
  | "password_changed"
  | "ended_by_admin";

/** Ends one session; it counts no more from the next request on. Ending one that has ended changes nothing. */
export async function revokeSession(sessionId: string, reason: RevocationReason): Promise<void> {
  await asAuth((tx) =>
    tx.execute(
      sql`UPDATE sessions SET revoked_at = now(), revoked_reason = ${reason} WHERE id = ${sessionId} AND revoked_at IS NULL`,
    ),
  );
}
