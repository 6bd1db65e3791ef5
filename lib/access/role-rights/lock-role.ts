import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { invalid, notFound } from "../errors";
import type { UserRole } from "../roles";

export type LockedRole = { id: string; key: string; name: string; kind: UserRole; isSystem: boolean };

/** A role of the actor's lab, kept from others' changes until the transaction ends. Refuses with `not_found`. */
export async function lockRole(tx: Transaction, roleId: string): Promise<LockedRole> {
  const role = await tx.row<LockedRole>(sql`
    SELECT id, key, name, kind, is_system AS "isSystem" FROM roles WHERE id = ${roleId} FOR UPDATE`);
  if (!role) throw notFound("role");
  return role;
}

/** Refuses at `name` one that another role of the lab bears. */
export async function refuseNameTwice(tx: Transaction, name: string, butFor: string | null): Promise<void> {
  const taken = await tx.row(sql`
    SELECT 1 FROM roles WHERE lower(name) = lower(${name}::text) AND id IS DISTINCT FROM ${butFor}::uuid`);
  if (taken) throw invalid("name", "Another role has this name.");
}
