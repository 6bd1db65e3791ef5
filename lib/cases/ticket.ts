import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { recordEvent } from "@/lib/history/record";
import type { ticketSchema } from "./record-schema";
import { tellScreens } from "./tell-screens";

/** Notes in the timeline that the lab printed a case's work ticket. Refuses with `not_found`. */
export async function ticketPrinted(context: Context, input: z.output<typeof ticketSchema>): Promise<null> {
  const { tx } = context;
  const found = await tx.row<{ id: string; practiceId: string }>(
    sql`SELECT id, practice_id AS "practiceId" FROM cases WHERE id = ${input.caseId}`,
  );
  if (!found) throw notFound("case");
  await recordEvent(context, { caseId: found.id, kind: "ticket_printed", data: {} });
  await tellScreens(tx, found, "internal");
  return null;
}
