import { asAuth } from "@/lib/db/as-actor";
import { emptySql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { Actor } from "../actor";
import type { UserRole } from "../roles";

const PAGE_SIZE = 50;

export type UserRow = {
  id: string;
  name: string;
  email: string;
  role: { id: string; name: string; kind: UserRole };
  /** The practices a dentist acts for. */
  practices: string[];
  status: "active" | "disabled";
  /** Has not set a password yet. */
  invited: boolean;
  locked: boolean;
  /** In this lab; an instant. */
  lastSeenAt: Date | null;
};
export type UserFilters = {
  q: string;
  roleId: string | null;
  status: "active" | "disabled" | null;
  /** Name and id of the row to go on from. */
  after: [name: string, id: string] | null;
  before: [name: string, id: string] | null;
};
export type UserPage = { rows: UserRow[]; hasMore: boolean; hasLess: boolean };

/** A page of the people of the actor's lab by name, at most 50. Read as sign-in, which alone sees sessions and locks. */
export async function listUsers(actor: Actor, { q, roleId, status, after, before }: UserFilters): Promise<UserPage> {
  const backwards = before !== null && after === null;
  const bound = after
    ? sql`AND (u.name, u.id) > (${after[0]}, ${after[1]}::uuid)`
    : before
      ? sql`AND (u.name, u.id) < (${before[0]}, ${before[1]}::uuid)`
      : emptySql;
  const like = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  const found = await asAuth((tx) =>
    tx.rows<UserRow>(sql`
      SELECT u.id, u.name, u.email, jsonb_build_object('id', r.id, 'name', r.name, 'kind', r.kind) AS role, m.status,
        u.password_hash IS NULL AS invited, coalesce(u.locked_until > now(), false) AS locked,
        ARRAY(SELECT p.name FROM practice_members pm JOIN practices p ON p.lab_id = pm.lab_id AND p.id = pm.practice_id AND p.deleted_at IS NULL
          WHERE r.kind = 'dentist' AND pm.lab_id = m.lab_id AND pm.user_id = m.user_id AND pm.deleted_at IS NULL ORDER BY p.name) AS practices,
        (SELECT max(s.last_seen_at) FROM sessions s WHERE s.user_id = u.id AND s.lab_id = m.lab_id) AS "lastSeenAt"
      FROM memberships m
      JOIN users u ON u.id = m.user_id AND u.deleted_at IS NULL
      JOIN roles r ON r.lab_id = m.lab_id AND r.id = m.role_id
      WHERE m.lab_id = ${actor.lab.id} AND m.deleted_at IS NULL
        ${roleId ? sql`AND m.role_id = ${roleId}` : emptySql}
        ${status ? sql`AND m.status = ${status}` : emptySql}
        ${q ? sql`AND (u.name ILIKE ${like}::text OR u.email ILIKE ${like}::text)` : emptySql} ${bound}
      ORDER BY ${backwards ? sql`u.name DESC, u.id DESC` : sql`u.name, u.id`} LIMIT ${PAGE_SIZE + 1}`),
  );
  const more = found.length > PAGE_SIZE;
  const rows = found.slice(0, PAGE_SIZE);
  if (backwards) return { rows: rows.reverse(), hasMore: true, hasLess: more };
  return { rows, hasMore: more, hasLess: after !== null };
}

export type RoleRow = {
  id: string;
  key: string;
  name: string;
  kind: UserRole;
  isSystem: boolean;
  description: string | null;
  permissions: string[];
};

/** The lab's roles with what each may do. */
export function listRoles(tx: Transaction): Promise<RoleRow[]> {
  return tx.rows<RoleRow>(sql`
    SELECT r.id, r.key, r.name, r.kind, r.is_system AS "isSystem", r.description,
      ARRAY(SELECT rp.permission_key FROM role_permissions rp WHERE rp.role_id = r.id) AS permissions
    FROM roles r ORDER BY array_position(ARRAY['admin', 'manager', 'technician', 'staff', 'dentist', 'driver'], r.kind::text), r.name`);
}

/** The lab's practices by name, for choosing whom a dentist acts for; at most 1,000. */
export function practiceChoices(tx: Transaction): Promise<{ id: string; name: string; city: string | null }[]> {
  return tx.rows(sql`SELECT id, name, city FROM practices WHERE deleted_at IS NULL ORDER BY name, id LIMIT 1000`);
}
