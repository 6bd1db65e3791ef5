import { invalid } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

export type WorkReasonKind = "pause" | "block" | "send_back" | "qc_failure";
export type Reason = { id: string; label: string };

/** The words of a reason of this kind, "Group: reason" where it stands under another; refuses at `reasonId` when it is not offered. */
export async function reasonLabel(tx: Transaction, kind: WorkReasonKind, id: string): Promise<string> {
  const reason = await tx.row<{ label: string }>(sql`
    SELECT reason_words(id) AS label FROM reasons WHERE id = ${id} AND kind = ${kind}`);
  if (!reason) throw invalid("reasonId", "Choose one of the reasons in the list.");
  return reason.label;
}

/** The reason that Casepan itself gives, by its code; undefined where the lab has none. Also one that is offered no more. */
export async function reasonByCode(tx: Transaction, kind: WorkReasonKind, code: string): Promise<Reason | undefined> {
  return tx.row<Reason>(sql`
    SELECT id, label FROM lab_reasons() WHERE kind = ${kind} AND code = ${code} ORDER BY archived LIMIT 1`);
}

/** The lab's reasons for what can happen at the bench, in its own order, those of a group after it. */
export async function workReasons(tx: Transaction): Promise<Record<WorkReasonKind, Reason[]>> {
  const rows = await tx.rows<Reason & { kind: WorkReasonKind }>(sql`
    SELECT r.id, r.kind, coalesce(g.label || ': ', '') || r.label AS label
    FROM reasons r LEFT JOIN reasons g ON g.lab_id = r.lab_id AND g.id = r.parent_id
    WHERE r.kind = ANY('{pause,block,send_back,qc_failure}'::text[])
    ORDER BY coalesce(g.position, r.position), coalesce(g.id, r.id), g.id IS NOT NULL, r.position, r.label`);
  const of = (kind: WorkReasonKind) => rows.filter((r) => r.kind === kind).map(({ id, label }) => ({ id, label }));
  return { pause: of("pause"), block: of("block"), send_back: of("send_back"), qc_failure: of("qc_failure") };
}
