import type { z } from "zod";
import { asAuth } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import type { Acting } from "../action";
import type { Actor } from "../actor";
import { notFound } from "../errors";
import { permissionsAtPractice } from "../people/rights";
import { moduleOf, PERMISSIONS, type Permission } from "../permissions";
import { audienceOf, type UserRole } from "../roles";
import { IDLE_MINUTES } from "../session";
import type { endUserSessionSchema } from "./schema";

export type UserSession = { id: string; device: string; ip: string | null; lastSeenAt: Date; signedInAt: Date };
export type Person = {
  id: string;
  name: string;
  email: string;
  status: "active" | "disabled";
  role: { id: string; name: string; kind: UserRole; permissions: Permission[] };
  /** Where a dentist's people act, with the rights each practice gave. */
  practices: { id: string; name: string; rights: string[] }[];
  /** Where they are signed in to this lab now. */
  sessions: UserSession[];
};

/** A person of the actor's lab with what decides what they may do. Read as sign-in, which alone sees sessions. Refuses with `not_found`. */
export async function readPerson(actor: Actor, userId: string): Promise<Person> {
  const found = await asAuth(async (tx) => {
    const person = await tx.row<Omit<Person, "sessions">>(sql`
      SELECT u.id, u.name, u.email, m.status,
        jsonb_build_object('id', r.id, 'name', r.name, 'kind', r.kind, 'permissions', ARRAY(SELECT rp.permission_key FROM role_permissions rp
          WHERE rp.lab_id = m.lab_id AND rp.role_id = m.role_id AND rp.deleted_at IS NULL)) AS role,
        coalesce((SELECT jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'rights', pm.rights) ORDER BY p.name)
          FROM practice_members pm JOIN practices p ON p.lab_id = pm.lab_id AND p.id = pm.practice_id AND p.deleted_at IS NULL
          WHERE r.kind = 'dentist' AND pm.lab_id = m.lab_id AND pm.user_id = m.user_id AND pm.deleted_at IS NULL), '[]') AS practices
      FROM memberships m JOIN users u ON u.id = m.user_id AND u.deleted_at IS NULL JOIN roles r ON r.lab_id = m.lab_id AND r.id = m.role_id
      WHERE m.lab_id = ${actor.lab.id} AND m.user_id = ${userId} AND m.deleted_at IS NULL`);
    const sessions = await tx.rows<UserSession>(sql`
      SELECT id, device, ip, last_seen_at AS "lastSeenAt", created_at AS "signedInAt" FROM sessions
      WHERE user_id = ${userId} AND lab_id = ${actor.lab.id} AND revoked_at IS NULL AND expires_at > now()
        AND last_seen_at > now() - make_interval(mins => ${IDLE_MINUTES})
      ORDER BY last_seen_at DESC LIMIT 50`);
    return person && { ...person, sessions };
  });
  if (!found) throw notFound("user");
  return found;
}

/** Whether a person may do a thing, and what decides it in words. */
export type Explained = { permission: Permission; words: string; may: boolean; why: string };

/**
 * What a person may do, permission by permission of their part of Casepan, with the reason: their role, what a practice gave them, or that
 * they are shut out.
 */
export function explain({
  status,
  role,
  practices,
}: Pick<Person, "status" | "role" | "practices">): Map<string, Explained[]> {
  const explained = new Map<string, Explained[]>();
  for (const [key, words] of Object.entries(PERMISSIONS)) {
    const permission = key as Permission;
    const line = { permission, words, ...decided(permission) };
    const module = moduleOf(permission);
    explained.set(module, [...(explained.get(module) ?? []), line]);
  }
  return explained;

  function decided(permission: Permission): { may: boolean; why: string } {
    if (status === "disabled") return { may: false, why: "Disabled in this lab" };
    const byRole = role.permissions.includes(permission);
    if (!byRole) return { may: false, why: `Not in the role ${role.name}` };
    if (audienceOf(role.kind) !== "portal") return { may: true, why: `By the role ${role.name}` };
    const where = practices.filter(({ rights }) =>
      permissionsAtPractice(role.permissions, rights).includes(permission),
    );
    const everywhere = permissionsAtPractice([permission], null).includes(permission);
    if (everywhere) return { may: true, why: `By the role ${role.name}` };
    if (where.length === 0) return { may: false, why: "No practice gave this right" };
    return { may: true, why: `Given at ${where.map(({ name }) => name).join(", ")}` };
  }
}

/** Ends a session of a person in the actor's lab; their next request is refused. Refuses with `not_found`. */
export async function endUserSession(
  { actor }: Acting,
  { sessionId }: z.output<typeof endUserSessionSchema>,
): Promise<{ sessionId: string }> {
  const ended = await asAuth(
    (tx) =>
      tx.execute(sql`
        UPDATE sessions SET revoked_at = now(), revoked_reason = 'ended_by_admin'
        WHERE id = ${sessionId} AND lab_id = ${actor.lab.id} AND revoked_at IS NULL`),
    actor,
  );
  if (ended === 0) throw notFound("session");
  return { sessionId };
}
