import { type Context, refused } from "@/lib/access/action";
import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";

/** What became of one row of a command on many: done, or why not. */
export type RowResult = { caseId: string; ok: boolean; message?: string };

/**
 * Does something to each of many cases, one after the other, each in a transaction of its own: one that is refused leaves the others
 * done. Answers a result for every row, in the order given. An unexpected failure of one row is that row's result, too.
 */
export async function eachRow<Row extends { caseId: string }>(
  actor: Actor,
  rows: readonly Row[],
  work: (context: Context, row: Row) => Promise<unknown>,
): Promise<RowResult[]> {
  const results: RowResult[] = [];
  for (const row of rows) {
    try {
      await asActor(actor, (tx) => work({ actor, tx }, row));
      results.push({ caseId: row.caseId, ok: true });
    } catch (thrown) {
      const { formError, fieldErrors } = refused(thrown);
      const message =
        formError ??
        Object.values(fieldErrors ?? {})
          .flat()
          .join(" ");
      results.push({ caseId: row.caseId, ok: false, message });
    }
  }
  return results;
}
