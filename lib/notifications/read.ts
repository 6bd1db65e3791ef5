import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { announce } from "@/lib/outbox/outbox";
import type { markReadSchema } from "./schema";

/** Marks one of the acting person's notifications read. Refuses 404 for anybody else's; one that is read stays so. */
export async function markRead({ actor, tx }: Context, { id }: z.output<typeof markReadSchema>): Promise<null> {
  const known = await tx.row(sql`SELECT FROM notifications WHERE id = ${id} AND user_id = ${actor.userId}`);
  if (!known) throw notFound("notification");
  const changed = await tx.execute(
    sql`UPDATE notifications SET read_at = now() WHERE id = ${id} AND user_id = ${actor.userId} AND read_at IS NULL`,
  );
  if (changed > 0) await announce(tx, [`user:${actor.userId}`]);
  return null;
}

/** Marks all of the acting person's notifications read, where they act now. */
export async function markAllRead({ actor, tx }: Context): Promise<null> {
  const changed = await tx.execute(
    sql`UPDATE notifications SET read_at = now() WHERE user_id = ${actor.userId} AND read_at IS NULL`,
  );
  if (changed > 0) await announce(tx, [`user:${actor.userId}`]);
  return null;
}

/** Marks what the acting person was told of one running matter (`conversation:<id>`) read. Answers how many. */
export async function markThreadRead({ actor, tx }: Context, thread: string): Promise<number> {
  return tx.execute(
    sql`UPDATE notifications SET read_at = now() WHERE user_id = ${actor.userId} AND thread = ${thread} AND read_at IS NULL`,
  );
}
