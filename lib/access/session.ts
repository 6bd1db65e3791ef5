import { asAuth } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import type { ActingLab, Actor, ToothNotation } from "./actor";
import { permissionsAtPractice } from "./people/rights";
import type { Permission } from "./permissions";
import { audienceOf, type UserRole } from "./roles";

/** A session that stood unused this long has ended (minutes). */
export const IDLE_MINUTES = 12 * 60;

export type SignedIn = {
  sessionId: string;
  user: { id: string; name: string; email: string; emailVerified: boolean };
  /** Null while the user has not chosen among several labs, or is in none any more. */
  actor: Actor | null;
};

type Row = {
  user_id: string;
  user_name: string;
  email: string;
  verified: boolean;
  notation: ToothNotation;
  lab: ActingLab | null;
  role: { id: string; kind: UserRole; name: string } | null;
  practice: { id: string; name: string } | null;
  /** What the role allows. */
  permissions: Permission[];
  /** What the practice gives the person, null where they act for none. */
  rights: string[] | null;
};

/**
 * Who a session belongs to, read anew on each request: revoked, expired, idle or disabled answers null, and a changed
 * role, permission or right at a practice counts at once. Marks the session as seen, at most once a minute, unless nobody is `acting`
 * (a screen that refreshes by itself).
 */
export async function signedInBy(
  sessionId: string,
  origin: { ip: string | null; userAgent: string | null } | null,
  acting = origin !== null,
): Promise<SignedIn | null> {
  const row = await asAuth(async (tx) => {
    const found = await tx.row<Row & { stale_seen: boolean }>(sql`
      SELECT u.id AS user_id, u.name AS user_name, u.email, u.email_verified_at IS NOT NULL AS verified, u.tooth_notation AS notation,
        s.last_seen_at < now() - interval '1 minute' AS stale_seen,
        CASE WHEN m.id IS NOT NULL THEN jsonb_build_object('id', l.id, 'name', l.name, 'slug', l.slug, 'timeZone', l.time_zone,
          'currency', l.currency, 'locale', l.locale) END AS lab,
        CASE WHEN m.id IS NOT NULL THEN jsonb_build_object('id', r.id, 'kind', r.kind, 'name', r.name) END AS role,
        CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('id', p.id, 'name', p.name) END AS practice,
        CASE WHEN p.id IS NOT NULL THEN pm.rights END AS rights,
        ARRAY(SELECT rp.permission_key FROM role_permissions rp WHERE rp.lab_id = m.lab_id AND rp.role_id = m.role_id AND rp.deleted_at IS NULL) AS permissions
      FROM sessions s
      JOIN users u ON u.id = s.user_id AND u.status = 'active' AND u.deleted_at IS NULL
      LEFT JOIN memberships m ON m.lab_id = s.lab_id AND m.user_id = s.user_id AND m.status = 'active' AND m.deleted_at IS NULL
      LEFT JOIN labs l ON l.id = m.lab_id
      LEFT JOIN roles r ON r.lab_id = m.lab_id AND r.id = m.role_id
      LEFT JOIN practice_members pm ON pm.lab_id = m.lab_id AND pm.user_id = s.user_id AND pm.practice_id = s.practice_id AND pm.deleted_at IS NULL
      LEFT JOIN practices p ON p.lab_id = pm.lab_id AND p.id = pm.practice_id AND p.deleted_at IS NULL
      WHERE s.id = ${sessionId} AND s.revoked_at IS NULL AND s.expires_at > now()
        AND s.last_seen_at > now() - make_interval(mins => ${IDLE_MINUTES})`);
    if (found?.stale_seen && acting)
      await tx.execute(
        sql`UPDATE sessions SET last_seen_at = now(), ip = ${origin?.ip ?? null} WHERE id = ${sessionId}`,
      );
    return found;
  });
  if (!row) return null;
  const user = { id: row.user_id, name: row.user_name, email: row.email, emailVerified: row.verified };
  if (!row.lab || !row.role) return { sessionId, user, actor: null };
  const audience = audienceOf(row.role.kind);
  const actor: Actor = {
    userId: user.id,
    name: user.name,
    email: user.email,
    lab: row.lab,
    audience,
    role: row.role,
    practice: audience === "portal" ? row.practice : null,
    permissions: new Set(audience === "portal" ? permissionsAtPractice(row.permissions, row.rights) : row.permissions),
    toothNotation: row.notation,
    sessionId,
    ip: origin?.ip ?? null,
    userAgent: origin?.userAgent ?? null,
  };
  return { sessionId, user, actor };
}
