import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict, invalid, notFound, stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { defaultViewSchema, renameViewSchema, saveViewSchema, updateViewSchema } from "./saved-views-schema";

/** A view of the case list: filters, order and columns by name. `query` is the address without its page. */
export type SavedView = {
  id: string;
  name: string;
  query: string;
  shared: boolean;
  /** The acting person's own, to change. */
  own: boolean;
  owner: string | null;
  isDefault: boolean;
  version: number;
};

const VIEWS_MOST = 50;

/** The views a person may use: their own and those shared with them, by name. */
export async function savedViews(tx: Transaction): Promise<SavedView[]> {
  return tx.rows<SavedView>(sql`
    SELECT v.id, v.name, v.query, v.is_shared AS shared, v.owner_id = app_user_id() AS own, coalesce(p.name, u.name) AS owner, v.version,
      EXISTS (SELECT FROM default_views d WHERE d.view_id = v.id) AS "isDefault"
    FROM saved_views v LEFT JOIN users u ON u.id = v.owner_id LEFT JOIN practice_people() p ON p.user_id = v.owner_id
    WHERE v.deleted_at IS NULL ORDER BY v.owner_id <> app_user_id(), lower(v.name), v.id LIMIT 200`);
}

/** Keeps the list as it is under a name. Refuses at `name` one that is taken, and with `too_many_views` beyond 50 of one's own. */
export async function saveView(
  { actor, tx }: Context,
  { name, query, shared }: z.output<typeof saveViewSchema>,
): Promise<{ id: string; query: string }> {
  await refuseTaken(tx, name, null);
  const own = await tx.row<{ n: number }>(sql`
    SELECT count(*)::int AS n FROM saved_views WHERE owner_id = ${actor.userId} AND deleted_at IS NULL`);
  if ((own?.n ?? 0) >= VIEWS_MOST)
    throw conflict("too_many_views", `You have ${VIEWS_MOST} views already. Delete one first.`);
  const saved = await tx.row<{ id: string; query: string }>(sql`
    INSERT INTO saved_views (owner_id, practice_id, name, query, is_shared)
    VALUES (${actor.userId}, ${actor.practice?.id ?? null}, ${name}, ${query}, ${shared}) RETURNING id, query`);
  return saved as { id: string; query: string };
}

/** Gives an own view the list as it is now. Refuses with `not_found` and `stale`. */
export async function updateView(
  context: Context,
  { id, version, query }: z.output<typeof updateViewSchema>,
): Promise<{ version: number }> {
  await lockOwn(context, id, version);
  await context.tx.execute(sql`UPDATE saved_views SET query = ${query} WHERE id = ${id}`);
  return { version: version + 1 };
}

/** Changes an own view's name and whether others may use it. Refuses with `not_found`, `stale` and at `name`. */
export async function renameView(
  context: Context,
  { id, version, name, shared }: z.output<typeof renameViewSchema>,
): Promise<{ version: number }> {
  await lockOwn(context, id, version);
  await refuseTaken(context.tx, name, id);
  await context.tx.execute(sql`UPDATE saved_views SET name = ${name}, is_shared = ${shared} WHERE id = ${id}`);
  return { version: version + 1 };
}

/** Deletes an own view; `restoreView` takes it back. Refuses with `not_found`. */
export async function deleteView(context: Context, { id }: { id: string }): Promise<{ id: string; name: string }> {
  const { name } = await lockOwn(context, id);
  await context.tx.includeDeleted();
  await context.tx.execute(sql`UPDATE saved_views SET deleted_at = now() WHERE id = ${id}`);
  return { id, name };
}

/** Takes the deletion of an own view back. Refuses with `not_found` and, when its name was given away meanwhile, at `name`. */
export async function restoreView({ actor, tx }: Context, { id }: { id: string }): Promise<{ id: string }> {
  await tx.includeDeleted();
  const gone = await tx.row<{ name: string }>(sql`
    SELECT name FROM saved_views WHERE id = ${id} AND owner_id = ${actor.userId} AND deleted_at IS NOT NULL FOR UPDATE`);
  if (!gone) throw notFound("view");
  await refuseTaken(tx, gone.name, id);
  await tx.execute(sql`UPDATE saved_views SET deleted_at = NULL WHERE id = ${id}`);
  return { id };
}

/** Makes a view the one that the acting person's list opens with, or none. Refuses with `not_found`. */
export async function setDefaultView(
  { actor, tx }: Context,
  { id }: z.output<typeof defaultViewSchema>,
): Promise<null> {
  if (id && !(await tx.row(sql`SELECT FROM saved_views WHERE id = ${id} AND deleted_at IS NULL`)))
    throw notFound("view");
  const mine = sql`user_id = ${actor.userId} AND list = 'cases' AND deleted_at IS NULL`;
  if (!id) {
    await tx.includeDeleted();
    await tx.execute(sql`UPDATE default_views SET deleted_at = now() WHERE ${mine}`);
  } else if ((await tx.execute(sql`UPDATE default_views SET view_id = ${id} WHERE ${mine}`)) === 0) {
    await tx.execute(sql`
      INSERT INTO default_views (user_id, practice_id, view_id) VALUES (${actor.userId}, ${actor.practice?.id ?? null}, ${id})`);
  }
  return null;
}

async function lockOwn({ actor, tx }: Context, id: string, version?: number): Promise<{ name: string }> {
  const found = await tx.row<{ name: string; version: number }>(sql`
    SELECT name, version FROM saved_views WHERE id = ${id} AND owner_id = ${actor.userId} AND deleted_at IS NULL FOR UPDATE`);
  if (!found) throw notFound("view");
  if (version !== undefined && found.version !== version) throw stale("view");
  return found;
}

async function refuseTaken(tx: Transaction, name: string, but: string | null): Promise<void> {
  const taken = await tx.row(sql`
    SELECT FROM saved_views WHERE owner_id = app_user_id() AND lower(name) = lower(${name}) AND deleted_at IS NULL
      AND id IS DISTINCT FROM ${but}::uuid`);
  if (taken) throw invalid("name", "You have a view of this name.");
}
