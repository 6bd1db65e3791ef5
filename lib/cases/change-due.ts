import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { invalid, stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { recordEvent } from "@/lib/history/record";
import { labToday } from "@/lib/labs/today";
import { addDays, isWorkingDay, shipByFor } from "./due-date";
import { refuseClosed } from "./hold";
import { tellDueChanged } from "./hold-notice";
import { labCalendar } from "./lab-days";
import { lockCase } from "./lock";
import { practiceClosedOn } from "./promise-days";
import { practiceDays } from "./promise-terms";
import type { changeDueSchema } from "./record-schema";
import { tellScreens } from "./tell-screens";

/**
 * Changes the day a case is due at the practice; ship-by follows by the practice's transit days, never before today. Refuses with
 * `case_closed`, `stale`, and at `dueOn` a day that is past, over a year away, the same as before, or on which the lab or the
 * practice is shut. The practice is told.
 */
export async function changeDue(
  context: Context,
  input: z.output<typeof changeDueSchema>,
): Promise<{ version: number; dueOn: string; shipBy: string }> {
  const { actor, tx } = context;
  const found = await lockCase(tx, input.caseId);
  refuseClosed(found);
  if (found.version !== input.version) throw stale("case");
  const { dueOn } = input;
  const today = labToday(actor.lab.timeZone);
  const calendar = await labCalendar(tx);
  if (dueOn < today) throw invalid("dueOn", "This day is past.");
  if (dueOn > addDays(today, 366)) throw invalid("dueOn", "This is more than a year away.");
  if (dueOn === found.dueOn) throw invalid("dueOn", "It is due on this day already.");
  if (!isWorkingDay(dueOn, calendar)) throw invalid("dueOn", "The lab does not work or deliver on this day.");
  if (practiceClosedOn(dueOn, await practiceDays(tx, found.practiceId)))
    throw invalid("dueOn", "The practice is closed on this day.");

  const practice = await tx.row<{ transitDays: number }>(
    sql`SELECT transit_days AS "transitDays" FROM practices WHERE id = ${found.practiceId}`,
  );
  const leaves = shipByFor(dueOn, practice?.transitDays ?? 0, calendar);
  const shipBy = [leaves, today].toSorted().at(-1) as string;
  await tx.execute(sql`UPDATE cases SET due_on = ${dueOn}, ship_by = ${shipBy} WHERE id = ${found.id}`);
  await recordEvent(context, {
    caseId: found.id,
    kind: "due_changed",
    data: { from: found.dueOn, to: dueOn, reason: input.reason },
    audience: "shared",
  });
  await tellScreens(tx, found, "shared");
  const version = found.version + 1;
  await tellDueChanged(context, found, { from: found.dueOn, to: dueOn, version, reason: input.reason });
  return { version, dueOn, shipBy };
}
