import type { Context } from "@/lib/access/action";
import { conflict } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";

/** Refuses with `own_leave` that the acting person decides on their own leave, as long as somebody else of the lab may. */
export async function refuseOwnLeave({ actor, tx }: Context): Promise<void> {
  const other = await tx.row<{ name: string }>(sql`
    SELECT u.name FROM memberships m JOIN users u ON u.id = m.user_id AND u.status = 'active'
    JOIN role_permissions p ON p.role_id = m.role_id AND p.permission_key = 'leave.approve' AND p.deleted_at IS NULL
    WHERE m.status = 'active' AND m.deleted_at IS NULL AND m.user_id <> ${actor.userId} ORDER BY u.name LIMIT 1`);
  if (other) throw conflict("own_leave", `Your own leave is for another to decide, such as ${other.name}.`);
}
