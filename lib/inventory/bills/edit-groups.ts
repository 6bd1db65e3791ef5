import type { Context } from "@/lib/access/action";
import { conflict, invalid, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { AddGroupInput, AddMemberInput, ChangeGroupInput, RowInput } from "./schema";

/** Makes a group of stock items that stand for one another. Refuses with `group_name_taken`. */
export async function addGroup({ tx }: Context, { name, unit }: AddGroupInput): Promise<{ id: string }> {
  const added = await tx.row<{ id: string }>(
    sql`INSERT INTO stock_groups (name, unit) VALUES (${name}, ${unit}) RETURNING id`,
  );
  return added as { id: string };
}

/** Renames a group, or counts it in another unit. Refuses with `not_found`, `group_name_taken`. */
export async function changeGroup({ tx }: Context, { id, name, unit }: ChangeGroupInput): Promise<void> {
  const changed = await tx.execute(sql`UPDATE stock_groups SET name = ${name}, unit = ${unit} WHERE id = ${id}`);
  if (changed === 0) throw notFound("group");
}

/** Gives a group up. Refuses with `group_in_use` one that stands on a bill, and `not_found`. */
export async function removeGroup({ tx }: Context, { id }: RowInput): Promise<void> {
  await tx.execute(sql`SELECT FROM stock_groups WHERE id = ${id} FOR UPDATE`);
  const lines = await tx.row(sql`SELECT FROM bill_lines WHERE group_id = ${id} LIMIT 1`);
  if (lines) throw conflict("group_in_use", "This group stands on a bill of materials. Take it off there first.");
  await tx.includeDeleted();
  const removed = await tx.execute(
    sql`UPDATE stock_groups SET deleted_at = now() WHERE id = ${id} AND deleted_at IS NULL`,
  );
  if (removed === 0) throw notFound("group");
}

/** Puts a stock item into a group, for one shade or for every one. Refuses with `already_in_group`, `not_found`, and at `itemId` one counted otherwise. */
export async function addMember({ tx }: Context, { groupId, itemId, shade }: AddMemberInput): Promise<{ id: string }> {
  const group = await tx.row<{ unit: string }>(sql`SELECT unit FROM stock_groups WHERE id = ${groupId} FOR UPDATE`);
  const item = await tx.row<{ name: string; unit: string }>(
    sql`SELECT name, unit FROM inventory_items WHERE id = ${itemId}`,
  );
  if (!group || !item) throw notFound(group ? "item" : "group");
  if (item.unit.toLowerCase() !== group.unit.toLowerCase())
    throw invalid("itemId", `${item.name} is counted in ${item.unit}, the group in ${group.unit}.`);
  const added = await tx.row<{ id: string }>(sql`
    INSERT INTO stock_group_items (group_id, inventory_item_id, shade) VALUES (${groupId}, ${itemId}, ${shade}) RETURNING id`);
  return added as { id: string };
}

/** Takes a stock item out of a group. Refuses with `not_found`. */
export async function removeMember({ tx }: Context, { id }: RowInput): Promise<void> {
  await tx.includeDeleted();
  const removed = await tx.execute(
    sql`UPDATE stock_group_items SET deleted_at = now() WHERE id = ${id} AND deleted_at IS NULL`,
  );
  if (removed === 0) throw notFound("item");
}
