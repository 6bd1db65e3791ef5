import type { Context } from "@/lib/access/action";
import { conflict, invalid, notFound, stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { AddReasonInput, OrderReasonsInput, ReasonInput, ReasonKind, RenameReasonInput } from "./schema";

/** Codes that Casepan itself gives, which must stay. */
const GIVEN_BY_CASEPAN: readonly string[] = ["machine_down", "machine_running"];

/**
 * Adds a reason of a kind, at the top level or under another (two levels, no more), at the end of its list. Refuses at `label` when the
 * list has it already, and at `parentId` for a reason that stands under another itself.
 */
export async function addReason({ tx }: Context, { kind, parentId, label }: AddReasonInput): Promise<{ id: string }> {
  if (parentId) {
    const parent = await tx.row(sql`
      SELECT 1 FROM reasons WHERE id = ${parentId} AND kind = ${kind}::text AND parent_id IS NULL FOR SHARE`);
    if (!parent) throw invalid("parentId", "Choose a reason of the first level.");
  }
  await refuseTwin(tx, kind, parentId, label);
  const added = await tx.row<{ id: string }>(sql`
    INSERT INTO reasons (kind, parent_id, code, label, position)
    SELECT ${kind}::text, ${parentId}::uuid, ${await freeCode(tx, kind, label)}, ${label}, coalesce(max(position), -1) + 1
    FROM reasons WHERE kind = ${kind}::text AND parent_id IS NOT DISTINCT FROM ${parentId}::uuid RETURNING id`);
  return added as { id: string };
}

/** Changes the words of a reason, also where it explained something before. Refuses at `label` when its list has them already. */
export async function renameReason({ tx }: Context, { id, label }: RenameReasonInput): Promise<void> {
  const reason = await liveReason(tx, id);
  await refuseTwin(tx, reason.kind, reason.parentId, label, id);
  await tx.execute(sql`UPDATE reasons SET label = ${label} WHERE id = ${id}`);
}

/**
 * Offers a reason no more; what it explained keeps its words. Refuses with `has_reasons_under_it`, `given_by_casepan` for one that
 * Casepan gives by itself, and `last_reason` for the last one where an answer is demanded.
 */
export async function archiveReason({ tx }: Context, { id }: ReasonInput): Promise<void> {
  const reason = await liveReason(tx, id);
  const under = await tx.row(sql`SELECT 1 FROM reasons WHERE parent_id = ${id}`);
  if (under) throw conflict("has_reasons_under_it", "Archive the reasons under it first.");
  if (GIVEN_BY_CASEPAN.includes(reason.code) && reason.kind === "pause")
    throw conflict(
      "given_by_casepan",
      `“${reason.label}” is given by Casepan itself when a machine runs or stands still.`,
    );
  const others = await tx.row(sql`SELECT 1 FROM reasons WHERE kind = ${reason.kind}::text AND id <> ${id}`);
  if (!others && reason.kind !== "pause") throw conflict("last_reason", "One reason must be left to choose from.");
  await tx.includeDeleted();
  await tx.execute(sql`UPDATE reasons SET deleted_at = now() WHERE id = ${id}`);
}

/** Offers an archived reason again. Refuses with `group_archived` while the reason it stands under is archived. */
export async function restoreReason({ tx }: Context, { id }: ReasonInput): Promise<void> {
  await tx.includeDeleted();
  const reason = await tx.row<{ kind: ReasonKind; groupGone: boolean; label: string; parentId: string | null }>(sql`
    SELECT r.kind, r.label, r.parent_id AS "parentId", coalesce(g.deleted_at IS NOT NULL, false) AS "groupGone"
    FROM reasons r LEFT JOIN reasons g ON g.id = r.parent_id WHERE r.id = ${id} AND r.deleted_at IS NOT NULL`);
  if (!reason) throw notFound("reason");
  if (reason.groupGone) throw conflict("group_archived", "Restore the reason it stands under first.");
  await refuseTwin(tx, reason.kind, reason.parentId, reason.label, id);
  await tx.execute(sql`UPDATE reasons SET deleted_at = NULL WHERE id = ${id}`);
}

/** Puts the reasons of a list into this order, which must name all of them. Refuses with `stale` when the list is another now. */
export async function orderReasons({ tx }: Context, { kind, parentId, ids }: OrderReasonsInput): Promise<void> {
  const listed = await tx.rows<{ id: string }>(sql`
    SELECT id FROM reasons WHERE kind = ${kind}::text AND parent_id IS NOT DISTINCT FROM ${parentId}::uuid FOR UPDATE`);
  const same = listed.length === ids.length && listed.every(({ id }) => ids.includes(id));
  if (!same) throw stale("list");
  await tx.execute(sql`
    UPDATE reasons r SET position = x.place - 1 FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS x(id, place) WHERE r.id = x.id`);
}

async function liveReason(tx: Transaction, id: string) {
  const reason = await tx.row<{ kind: ReasonKind; code: string; label: string; parentId: string | null }>(sql`
    SELECT kind, code, label, parent_id AS "parentId" FROM reasons WHERE id = ${id} FOR UPDATE`);
  if (!reason) throw notFound("reason");
  return reason;
}

async function refuseTwin(tx: Transaction, kind: ReasonKind, parentId: string | null, label: string, but?: string) {
  const twin = await tx.row(sql`
    SELECT 1 FROM reasons WHERE kind = ${kind}::text AND parent_id IS NOT DISTINCT FROM ${parentId}::uuid
      AND lower(label) = lower(${label}::text) AND id IS DISTINCT FROM ${but ?? null}::uuid AND deleted_at IS NULL`);
  if (twin) throw invalid("label", "This list has it already.");
}

/** A code from the words that no reason of the kind, archived ones included, has yet. */
async function freeCode(tx: Transaction, kind: ReasonKind, label: string): Promise<string> {
  const stem =
    label
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "_")
      .replace(/^_+|_+$/g, "")
      .slice(0, 40) || "reason";
  const taken = await tx.rows<{ code: string }>(sql`SELECT code FROM lab_reasons() WHERE kind = ${kind}::text`);
  const codes = new Set(taken.map(({ code }) => code));
  if (!codes.has(stem)) return stem;
  for (let n = 2; ; n += 1) if (!codes.has(`${stem}_${n}`)) return `${stem}_${n}`;
}
