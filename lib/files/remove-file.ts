import type { Context } from "@/lib/access/action";
import { may } from "@/lib/access/actor";
import { conflict, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { recordEvent } from "@/lib/history/record";
import { announce } from "@/lib/outbox/outbox";
import type { FileAudience } from "./rows";

type Found = {
  id: string;
  name: string;
  series: string;
  own: boolean;
  fromPractice: boolean;
  audience: FileAudience;
  caseId: string | null;
  practiceId: string;
  /** The case's status; null for a draft's file. */
  status: string | null;
  /** That of a draft that is still one's own to change. */
  open: boolean;
};

/**
 * Puts a file away, the given version or, with `all`, every version of it. `restoreFile` takes back what went together.
 * Of a draft: who added it, before it is sent. Of a case: the lab its own files and, with `cases.edit`, those of the practice;
 * a practice's people what they added themselves, until the case is received. Refuses with `not_found`, `in_production` after that,
 * and `others_versions` for a whole file of which somebody may not put every version away.
 */
export async function removeFile(context: Context, input: { id: string; all?: boolean }): Promise<{ id: string }> {
  const { tx } = context;
  const file = await changeable(context, input.id);
  if (input.all) await refuseOthers(context, file);
  await tx.includeDeleted();
  const which = input.all ? sql`series = ${file.series}` : sql`id = ${file.id}`;
  const touched = await tx.execute(sql`UPDATE case_files SET deleted_at = now() WHERE ${which} AND deleted_at IS NULL`);
  if (touched === 0) throw notFound("file");
  await tell(context, file, "file_removed");
  return { id: file.id };
}

/** Takes a removed file back, with the versions removed together with it. Refuses as `removeFile` does. */
export async function restoreFile(context: Context, { id }: { id: string }): Promise<{ id: string }> {
  const { tx } = context;
  await tx.includeDeleted();
  const file = await changeable(context, id);
  const touched = await tx.execute(sql`
    UPDATE case_files SET deleted_at = NULL
    WHERE series = ${file.series} AND deleted_at = (SELECT deleted_at FROM case_files WHERE id = ${id})`);
  if (touched === 0) throw notFound("file");
  await tell(context, file, "file_restored");
  return { id };
}

/** A file's versions need not all be of one hand: who may put one away may not put away all of them. */
async function refuseOthers({ actor, tx }: Context, { series }: Found): Promise<void> {
  const others =
    actor.audience === "portal"
      ? sql`NOT (from_practice AND uploaded_by_id = ${actor.userId})`
      : sql`from_practice AND NOT ${may(actor, "cases.edit")}::boolean`;
  if (await tx.row(sql`SELECT FROM case_files WHERE series = ${series} AND deleted_at IS NULL AND ${others} LIMIT 1`))
    throw conflict("others_versions", "Somebody else added versions of this file. Remove yours alone.");
}

/** Shares a file of the lab's, with all its versions, with the practice. Refuses with `not_found`. Sharing twice is no error. */
export async function shareFile(context: Context, { id }: { id: string }): Promise<{ id: string }> {
  const { actor, tx } = context;
  const file = actor.audience === "lab" ? await find(context, id) : undefined;
  if (!file?.caseId) throw notFound("file");
  const touched = await tx.execute(
    sql`UPDATE case_files SET audience = 'shared' WHERE series = ${file.series} AND audience = 'internal'`,
  );
  if (touched > 0) await tell(context, { ...file, audience: "shared" }, "file_shared");
  return { id };
}

async function find({ actor, tx }: Context, id: string): Promise<Found | undefined> {
  return tx.row<Found>(sql`
    SELECT f.id, f.name, f.series, f.uploaded_by_id = ${actor.userId} AS own, f.from_practice AS "fromPractice", f.audience,
      f.case_id AS "caseId", f.practice_id AS "practiceId", c.status, d.id IS NOT NULL AS open
    FROM case_files f LEFT JOIN cases c ON c.lab_id = f.lab_id AND c.id = f.case_id
    LEFT JOIN case_drafts d ON d.lab_id = f.lab_id AND d.id = f.draft_id AND d.submitted_case_id IS NULL
    WHERE f.id = ${id} FOR UPDATE OF f`);
}

async function changeable(context: Context, id: string): Promise<Found> {
  const { actor } = context;
  const file = await find(context, id);
  if (!file) throw notFound("file");
  if (!file.caseId) {
    if (file.own && file.open) return file;
    throw notFound("file");
  }
  const allowed =
    actor.audience === "portal" ? file.own && file.fromPractice : !file.fromPractice || may(actor, "cases.edit");
  if (!allowed) throw notFound("file");
  if (actor.audience === "portal" && file.status !== "submitted") {
    throw conflict("in_production", "The lab has this case already. Add a new version instead, or ask the lab.");
  }
  return file;
}

async function tell(
  { actor, tx }: Context,
  { caseId, practiceId, name, audience }: Found,
  kind: "file_removed" | "file_restored" | "file_shared",
): Promise<void> {
  if (!caseId) return;
  await recordEvent({ actor, tx }, { caseId, kind, data: { name }, audience });
  await announce(tx, [`case:${caseId}`], practiceId);
}
