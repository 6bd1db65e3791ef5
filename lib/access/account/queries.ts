import { asAuth } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import type { Actor } from "../actor";
import { IDLE_MINUTES } from "../session";

/** The acting person's own account as kept; `pendingEmail` is an address that waits to be confirmed. */
export type Account = { emailVerified: boolean; pendingEmail: string | null };

/** Whether the acting person's address is proven, and the one that waits to be, if any. */
export async function accountOf(actor: Actor): Promise<Account> {
  const account = await asAuth((tx) =>
    tx.row<Account>(sql`
      SELECT u.email_verified_at IS NOT NULL AS "emailVerified",
        (SELECT t.email FROM email_verification_tokens t WHERE t.user_id = u.id AND t.email <> u.email AND t.used_at IS NULL
          AND t.expires_at > now() ORDER BY t.created_at DESC LIMIT 1) AS "pendingEmail"
      FROM users u WHERE u.id = ${actor.userId}`),
  );
  return account as Account;
}

/** `lastSeenAt` and `signedInAt` are instants; `current` marks the session that asks. */
export type OpenSession = {
  id: string;
  device: string;
  ip: string | null;
  lab: string | null;
  lastSeenAt: Date;
  signedInAt: Date;
  current: boolean;
};

/** Where the acting person is signed in now, this session first, then by when each was last seen; the newest 50. */
export function sessionsOf(actor: Actor): Promise<OpenSession[]> {
  return asAuth((tx) =>
    tx.rows<OpenSession>(sql`
      SELECT s.id, s.device, s.ip, l.name AS lab, s.last_seen_at AS "lastSeenAt", s.created_at AS "signedInAt",
        coalesce(s.id = ${actor.sessionId}, false) AS current
      FROM sessions s LEFT JOIN labs l ON l.id = s.lab_id
      WHERE s.user_id = ${actor.userId} AND s.revoked_at IS NULL AND s.expires_at > now()
        AND s.last_seen_at > now() - make_interval(mins => ${IDLE_MINUTES})
      ORDER BY current DESC, s.last_seen_at DESC LIMIT 50`),
  );
}
