import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { sql } from "@/lib/db/sql";
import { announce } from "@/lib/outbox/outbox";
import type { Context } from "../action";
import { conflict } from "../errors";
import { lockRole, refuseNameTwice } from "./lock-role";
import type { makeRoleSchema, renameRoleSchema, roleSchema } from "./schema";

type Role = { roleId: string; name: string };

/**
 * Makes a role of the lab's own that begins with what another may do and is of its kind. Refuses with `not_found`, `one_admin_role`, and at
 * `name` one that is taken.
 */
export async function makeRole({ tx }: Context, input: z.output<typeof makeRoleSchema>): Promise<Role> {
  const like = await lockRole(tx, input.likeRoleId);
  if (like.kind === "admin")
    throw conflict("one_admin_role", "There is one role of admins. Begin with another and give it what it needs.");
  await refuseNameTwice(tx, input.name, null);
  const made = await tx.row<{ id: string }>(sql`
    INSERT INTO roles (key, name, kind, description) VALUES (${`own-${randomUUID()}`}, ${input.name}, ${like.kind}, ${input.description})
    RETURNING id`);
  const roleId = (made as { id: string }).id;
  await tx.execute(sql`
    INSERT INTO role_permissions (role_id, permission_key)
    SELECT ${roleId}, permission_key FROM role_permissions WHERE role_id = ${like.id}`);
  await announce(tx, ["roles"]);
  return { roleId, name: input.name };
}

/** Gives a role another name and description. Refuses with `not_found`, and at `name` one that is taken. */
export async function renameRole({ tx }: Context, input: z.output<typeof renameRoleSchema>): Promise<Role> {
  const { roleId, name, description } = input;
  await lockRole(tx, roleId);
  await refuseNameTwice(tx, name, roleId);
  await tx.execute(sql`UPDATE roles SET name = ${name}, description = ${description} WHERE id = ${roleId}`);
  await announce(tx, ["roles"]);
  return { roleId, name };
}

/** Takes a role of the lab's own away; `bringRoleBack` undoes it. Refuses with `not_found`, `predefined` and `role_in_use`. */
export async function takeRoleAway({ tx }: Context, { roleId }: z.output<typeof roleSchema>): Promise<Role> {
  const role = await lockRole(tx, roleId);
  if (role.isSystem) throw conflict("predefined", `${role.name} came with the lab and stays.`);
  const people = await tx.row<{ count: number }>(
    sql`SELECT count(*)::int AS count FROM memberships WHERE role_id = ${roleId}`,
  );
  if (people?.count)
    throw conflict(
      "role_in_use",
      people.count === 1
        ? "One person has this role. Give them another first."
        : `${people.count} people have this role. Give them another first.`,
    );
  await tx.includeDeleted();
  await tx.execute(sql`UPDATE roles SET deleted_at = now() WHERE id = ${roleId}`);
  await announce(tx, ["roles"]);
  return { roleId, name: role.name };
}

/** Brings a role back that was taken away. Refuses with `not_found`, and at `name` when another bears its name meanwhile. */
export async function bringRoleBack({ tx }: Context, { roleId }: z.output<typeof roleSchema>): Promise<Role> {
  await tx.includeDeleted();
  const role = await lockRole(tx, roleId);
  const taken = await tx.row(sql`
    SELECT 1 FROM roles WHERE lower(name) = lower(${role.name}::text) AND id <> ${roleId} AND deleted_at IS NULL`);
  if (taken) throw conflict("name_taken", `Another role is called ${role.name} meanwhile.`);
  await tx.execute(sql`UPDATE roles SET deleted_at = NULL WHERE id = ${roleId}`);
  await announce(tx, ["roles"]);
  return { roleId, name: role.name };
}
