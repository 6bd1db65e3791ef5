import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { TakenOrder } from "./draft-of-order";

/** What a draft the actor sees took from a scanner's order; null for one that was written by hand. */
export async function takenByDraft(tx: Transaction, draftId: string): Promise<TakenOrder | null> {
  const found = await tx.row<{ scanner: TakenOrder | null }>(
    sql`SELECT scanner FROM case_drafts WHERE id = ${draftId}`,
  );
  return found?.scanner ?? null;
}
