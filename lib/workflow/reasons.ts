import { invalid } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

export type WorkReasonKind = "pause" | "block" | "send_back" | "qc_failure";
export type Reason = { id: string; label: string };

/** The label of a reason of this kind; refuses at the field `reasonId` when the lab has no such reason. */
export async function reasonLabel(tx: Transaction, kind: WorkReasonKind, id: string): Promise<string> {
  const reason = await tx.row<{ label: string }>(sql`SELECT label FROM reasons WHERE id = ${id} AND kind = ${kind}`);
  if (!reason) throw invalid("reasonId", "Choose one of the reasons in the list.");
  return reason.label;
}

/** The lab's reasons for what can happen at the bench, in its own order. */
export async function workReasons(tx: Transaction): Promise<Record<WorkReasonKind, Reason[]>> {
  const rows = await tx.rows<Reason & { kind: WorkReasonKind }>(sql`
    SELECT id, kind, label FROM reasons WHERE kind = ANY('{pause,block,send_back,qc_failure}'::text[]) ORDER BY position, label`);
  const of = (kind: WorkReasonKind) => rows.filter((r) => r.kind === kind).map(({ id, label }) => ({ id, label }));
  return { pause: of("pause"), block: of("block"), send_back: of("send_back"), qc_failure: of("qc_failure") };
}
