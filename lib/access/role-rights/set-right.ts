import type { z } from "zod";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { announce } from "@/lib/outbox/outbox";
import type { Context } from "../action";
import { conflict } from "../errors";
import { PERMISSIONS, type Permission } from "../permissions";
import { DEFAULT_ROLES, PRACTICE_STAFF, type UserRole } from "../roles";
import { lockRole } from "./lock-role";
import { isKept, permissionsOfKind } from "./of-kind";
import type { roleSchema, setRightSchema } from "./schema";

type Set = { roleId: string; role: string; permission: Permission; granted: boolean };

/**
 * Gives a role a permission or takes it away; it counts on the next request of everybody who has the role. Doing it again changes
 * nothing. Refuses with `not_found`, `not_of_kind` (a driver's role cannot see invoices) and `always_kept`.
 */
export async function setRight({ tx }: Context, input: z.output<typeof setRightSchema>): Promise<Set> {
  const { roleId, permission, granted } = input;
  const role = await lockRole(tx, roleId);
  if (granted && !permissionsOfKind(role.kind).includes(permission))
    throw conflict("not_of_kind", `“${PERMISSIONS[permission]}” is nothing that ${role.name} could be given.`);
  if (!granted && isKept(role.kind, permission))
    throw conflict("always_kept", `${role.name} always keeps “${PERMISSIONS[permission]}”.`);
  await write(tx, roleId, granted ? [permission] : [], granted ? [] : [permission]);
  await announce(tx, ["roles"]);
  return { roleId, role: role.name, permission, granted };
}

/** Gives a predefined role again what it may do in a new lab. Refuses with `not_found` and `not_predefined`. */
export async function resetRights({ tx }: Context, { roleId }: z.output<typeof roleSchema>): Promise<{ role: string }> {
  const role = await lockRole(tx, roleId);
  const wanted = role.isSystem ? defaultsOf(role) : null;
  if (!wanted) throw conflict("not_predefined", "Only a role that came with the lab can be set back.");
  const all = Object.keys(PERMISSIONS) as Permission[];
  await write(
    tx,
    roleId,
    wanted,
    all.filter((permission) => !wanted.includes(permission)),
  );
  await announce(tx, ["roles"]);
  return { role: role.name };
}

/** What a predefined role may do in a new lab, by its key; null for one that a lab made. */
export function defaultsOf({ key, kind }: { key: string; kind: UserRole }): Permission[] | null {
  if (key === PRACTICE_STAFF.key) return [...PRACTICE_STAFF.permissions];
  return key === kind ? DEFAULT_ROLES[kind].permissions : null;
}

async function write(tx: Transaction, roleId: string, granted: Permission[], taken: Permission[]): Promise<void> {
  await tx.execute(sql`
    INSERT INTO role_permissions (role_id, permission_key) SELECT ${roleId}, p FROM unnest(${granted}::text[]) p
    ON CONFLICT (lab_id, role_id, permission_key) WHERE deleted_at IS NULL DO NOTHING`);
  await tx.includeDeleted();
  await tx.execute(sql`
    UPDATE role_permissions SET deleted_at = now() WHERE role_id = ${roleId} AND permission_key = ANY(${taken}::text[]) AND deleted_at IS NULL`);
}
