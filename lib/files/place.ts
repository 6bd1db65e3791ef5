import type { Context } from "@/lib/access/action";
import { conflict, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { FileAudience, FileKind } from "./rows";

/** Where a file goes: a draft of one's own, a case one sees, or as a new version after a file of a case. */
export type FileTarget = { draftId: string } | { caseId: string; audience?: FileAudience } | { versionOf: string };

/** The row a new file will be. `kind` is set when it must be of that kind, `series` when it is a further version. */
export type Place = {
  practiceId: string;
  caseId: string | null;
  draftId: string | null;
  audience: FileAudience;
  series: string | null;
  revision: number;
  kind: FileKind | null;
};

const MOST_FILES = 50;
const MOST_VERSIONS = 100;

/**
 * The place behind a target; a version's number is held until the transaction ends, so that two at once come one after the other.
 * Refuses with `not_found` for what is not the actor's, when a draft became a case, and when a place is full.
 */
export async function placeFor(context: Context, target: FileTarget): Promise<Place> {
  if ("versionOf" in target) return placeAfter(context, target.versionOf);
  const { actor, tx } = context;
  const found =
    "draftId" in target
      ? await tx.row<{ practiceId: string; submitted: string | null; files: number }>(sql`
          SELECT practice_id AS "practiceId", submitted_case_id AS submitted,
            (SELECT count(*)::int FROM case_files f WHERE f.draft_id = d.id AND f.deleted_at IS NULL) AS files
          FROM case_drafts d WHERE id = ${target.draftId} AND user_id = ${actor.userId} AND deleted_at IS NULL FOR UPDATE`)
      : await tx.row<{ practiceId: string; submitted: string | null; files: number }>(sql`
          SELECT practice_id AS "practiceId", NULL AS submitted,
            (SELECT count(DISTINCT f.series)::int FROM case_files f WHERE f.case_id = c.id AND f.deleted_at IS NULL) AS files
          FROM cases c WHERE id = ${target.caseId}`);
  if (!found) throw notFound("draftId" in target ? "draft" : "case");
  if (found.submitted) throw conflict("draft_submitted", "This prescription was submitted already.");
  if (found.files >= MOST_FILES) throw conflict("too_many_files", `There are ${MOST_FILES} files here already.`);
  const shown = "draftId" in target || actor.audience === "portal" ? "shared" : (target.audience ?? "shared");
  return {
    practiceId: found.practiceId,
    caseId: "caseId" in target ? target.caseId : null,
    draftId: "draftId" in target ? target.draftId : null,
    audience: shown,
    series: null,
    revision: 1,
    kind: null,
  };
}

async function placeAfter({ actor, tx }: Context, id: string): Promise<Place> {
  const found = await tx.row<Place & { series: string; fromPractice: boolean }>(sql`
    SELECT practice_id AS "practiceId", case_id AS "caseId", NULL AS "draftId", audience, series, kind, from_practice AS "fromPractice"
    FROM case_files WHERE id = ${id} AND case_id IS NOT NULL AND deleted_at IS NULL`);
  if (!found || (actor.audience === "portal" && !found.fromPractice)) throw notFound("file");
  const { fromPractice: _, ...place } = found;
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${found.series}::text, 0))`);
  await tx.includeDeleted(); // a removed version keeps its number
  const last = await tx.row<{ revision: number }>(
    sql`SELECT max(revision) AS revision FROM case_files WHERE series = ${found.series}`,
  );
  const revision = (last?.revision ?? 0) + 1;
  if (revision > MOST_VERSIONS) throw conflict("too_many_versions", `This file has ${MOST_VERSIONS} versions already.`);
  return { ...place, revision };
}
