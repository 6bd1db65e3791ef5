import { invalid } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

type ReasonKind = "hold" | "cancellation" | "remake";

/** A reason of the lab's own, with the group it stands under. */
export type ReasonChoice = { id: string; label: string; group: string | null };

/** The lab's reasons of a kind, in its order; a reason that has others under it is the name of their group as well. */
export async function reasonChoices(tx: Transaction, kind: ReasonKind): Promise<ReasonChoice[]> {
  return tx.rows<ReasonChoice>(sql`
    SELECT r.id, r.label, g.label AS "group" FROM reasons r LEFT JOIN reasons g ON g.lab_id = r.lab_id AND g.id = r.parent_id
    WHERE r.kind = ${kind} ORDER BY coalesce(g.position, r.position), g.position NULLS FIRST, r.position`);
}

/** The words of a chosen reason: "Waiting for the dentist: Prescription incomplete". Refuses one of another kind or lab at `field`. */
export async function reasonWords(
  tx: Transaction,
  kind: ReasonKind,
  reasonId: string,
  field = "reasonId",
): Promise<string> {
  const found = await tx.row<{ label: string; group: string | null }>(sql`
    SELECT r.label, g.label AS "group" FROM reasons r LEFT JOIN reasons g ON g.lab_id = r.lab_id AND g.id = r.parent_id
    WHERE r.kind = ${kind} AND r.id = ${reasonId}`);
  if (!found) throw invalid(field, "Choose a reason from the list.");
  return found.group ? `${found.group}: ${found.label}` : found.label;
}
