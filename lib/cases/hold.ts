import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict, invalid, stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { recordEvent } from "@/lib/history/record";
import { labToday } from "@/lib/labs/today";
import { tellHeld } from "./hold-notice";
import { type LockedCase, lockCase } from "./lock";
import { reasonWords } from "./reason";
import type { holdSchema } from "./record-schema";
import { settleCase } from "./status";
import { stopWork } from "./stop-work";
import { tellScreens } from "./tell-screens";

/**
 * Puts a case on hold with a reason, a note that its practice reads, and the day to look at it again. Running clocks stop, and
 * the practice is told why. Answers the case's new version. Refuses with `already_on_hold`, `case_closed` (delivered or cancelled), `stale`, and at the fields with
 * an unknown reason or a day that is past.
 */
export async function hold(context: Context, input: z.output<typeof holdSchema>): Promise<{ version: number }> {
  const { actor, tx } = context;
  const found = await lockCase(tx, input.caseId);
  if (found.status === "on_hold") throw conflict("already_on_hold", `Case ${found.number} is already on hold.`);
  refuseClosed(found);
  if (found.version !== input.version) throw stale("case");
  const reason = await reasonWords(tx, "hold", input.reasonId);
  if (input.reviewOn && input.reviewOn < labToday(actor.lab.timeZone))
    throw invalid("reviewOn", "This day is past. Choose today or a later one.");
  const placed = await tx.row<{ id: string }>(sql`
    INSERT INTO holds (case_id, reason_id, note, review_on, placed_by_id)
    VALUES (${found.id}, ${input.reasonId}, ${input.note ?? null}, ${input.reviewOn ?? null}, ${actor.userId}) RETURNING id`);
  await stopWork(tx, found.id);
  await settleCase(tx, found.id);
  await recordEvent(context, {
    caseId: found.id,
    kind: "held",
    data: { reason, note: input.note, reviewOn: input.reviewOn },
    audience: "shared",
  });
  await tellScreens(tx, found, "shared");
  const { version } = await lockCase(tx, found.id);
  await tellHeld(context, found, { holdId: placed?.id ?? found.id, reason, note: input.note, version });
  return { version };
}

/** Refuses what cannot happen to a case that is over. */
export function refuseClosed({ status, number }: LockedCase): void {
  if (status === "delivered" || status === "cancelled")
    throw conflict("case_closed", `Case ${number} is ${status}, so this can no longer be done.`);
}
