import type { z } from "zod";
import type { Acting } from "@/lib/access/action";
import { changeDue } from "@/lib/cases/change-due";
import { eachRow, type RowResult } from "@/lib/cases/each-row";
import type { movePromisesSchema } from "./schema";

/** Moves the due day of each case to its own new day and tells its practice why; refused row by row as `changeDue` refuses. */
export async function movePromises(
  { actor }: Acting,
  { rows, reason }: z.output<typeof movePromisesSchema>,
): Promise<{ results: RowResult[] }> {
  return { results: await eachRow(actor, rows, (context, row) => changeDue(context, { ...row, reason })) };
}
