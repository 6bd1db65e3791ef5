import { z } from "zod";
import type { Acting, Context } from "@/lib/access/action";
import { conflict } from "@/lib/access/errors";
import { manyRows } from "@/lib/cases/bulk-schema";
import { eachRow, type RowResult } from "@/lib/cases/each-row";
import { lockCase } from "@/lib/cases/lock";
import { STAGES } from "@/lib/cases/vocabulary";
import { emptySql, sql } from "@/lib/db/sql";
import { assign } from "./assign";

export const assignManySchema = z.strictObject({
  rows: manyRows,
  /** The stage whose open work is given; null for whatever each case stands at. */
  stage: z.enum(STAGES).nullable(),
  userId: z.uuid().nullable(),
});

/**
 * Gives the open work of each case, at one stage or wherever it stands, to a person or back to everyone. Refused row by row as `assign`
 * refuses, and with `nothing_to_assign` for a case without open work there.
 */
export async function assignEach(
  { actor }: Acting,
  { rows, stage, userId }: z.output<typeof assignManySchema>,
): Promise<{ results: RowResult[] }> {
  const give = async (context: Context, { caseId, version }: { caseId: string; version: number }) => {
    const { number } = await lockCase(context.tx, caseId, version);
    const stages = await context.tx.rows<{ id: string; version: number }>(sql`
      SELECT id, version FROM workflow_stages WHERE case_id = ${caseId} AND status <> 'completed' AND deleted_at IS NULL
        ${stage ? sql`AND stage = ${stage}::text` : emptySql} ORDER BY id`);
    if (stages.length === 0) throw conflict("nothing_to_assign", `Case ${number} has no open work there.`);
    return assign(context, { stages, userId });
  };
  return { results: await eachRow(actor, rows, give) };
}
