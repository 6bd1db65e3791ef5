import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { announce } from "@/lib/outbox/outbox";
import type { changeRoomSchema, roomIdSchema, roomSchema } from "./schema";

export type Room = { id: string; name: string; capacity: number | null; archived: boolean; ahead: number };

/** The lab's rooms by name, archived ones last, each with how many appointments lie ahead in it; at most 300. */
export const listRooms = (tx: Transaction): Promise<Room[]> =>
  tx.rows<Room>(sql`
    SELECT r.id, r.name, r.capacity, r.archived_at IS NOT NULL AS archived,
      (SELECT count(*)::int FROM appointments a WHERE a.lab_id = r.lab_id AND a.room_id = r.id AND a.starts_at > now() AND a.status <> 'cancelled') AS ahead
    FROM rooms r ORDER BY r.archived_at IS NOT NULL, r.name, r.id LIMIT 300`);

/** Adds a room. Refuses `room_exists` where one in use has this name. */
export async function addRoom(
  { tx }: Context,
  { name, capacity }: z.output<typeof roomSchema>,
): Promise<{ id: string }> {
  const made = await tx.row<{ id: string }>(
    sql`INSERT INTO rooms (name, capacity) VALUES (${name}, ${capacity}) RETURNING id`,
  );
  await announce(tx, ["calendar"]);
  return { id: made?.id as string };
}

/** Changes a room's name and how many it holds. Refuses 404 and `room_exists`. */
export async function changeRoom(
  { tx }: Context,
  { id, name, capacity }: z.output<typeof changeRoomSchema>,
): Promise<{ id: string }> {
  const changed = await tx.execute(sql`UPDATE rooms SET name = ${name}, capacity = ${capacity} WHERE id = ${id}`);
  if (changed === 0) throw notFound("room");
  await announce(tx, ["calendar"]);
  return { id };
}

/** Archives a room: no new appointment can be held there, those it has stay. Refuses 404. */
export async function archiveRoom({ tx }: Context, { id }: z.output<typeof roomIdSchema>): Promise<{ id: string }> {
  const gone = await tx.execute(sql`UPDATE rooms SET archived_at = now() WHERE id = ${id} AND archived_at IS NULL`);
  if (gone === 0) throw notFound("room");
  return { id };
}

/** Takes an archived room into use again. Refuses 404, and `room_exists` where another took its name. */
export async function restoreRoom({ tx }: Context, { id }: z.output<typeof roomIdSchema>): Promise<{ id: string }> {
  const back = await tx.execute(sql`UPDATE rooms SET archived_at = NULL WHERE id = ${id} AND archived_at IS NOT NULL`);
  if (back === 0) throw notFound("room");
  return { id };
}
