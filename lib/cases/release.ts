import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict, stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { recordEvent } from "@/lib/history/record";
import { addWorkingDays, localNow } from "./due-date";
import { heldWorkingDays } from "./held-days";
import { refuseClosed } from "./hold";
import { tellHeld, tellReleased } from "./hold-notice";
import { labCalendar } from "./lab-days";
import { lockCase } from "./lock";
import { nextHandover } from "./promise-days";
import { practiceDays } from "./promise-terms";
import type { releaseSchema } from "./record-schema";
import { settleCase } from "./status";
import { tellScreens } from "./tell-screens";

type Seen = z.output<typeof releaseSchema>;

/**
 * Ends the hold of a case and moves its due and ship-by days on by the working days it was held: from the day it was placed up to
 * today, both days of the lab; the due day moves further while the practice is shut. The practice is told why. Answers the version and the due day. Refuses with `not_on_hold` and `stale`.
 */
export async function release(
  context: Context,
  input: Seen,
): Promise<{ version: number; dueOn: string; movedDays: number }> {
  const { actor, tx } = context;
  const found = await lockCase(tx, input.caseId);
  const open = await tx.row<{ id: string; placedAt: Date }>(
    sql`SELECT id, placed_at AS "placedAt" FROM holds WHERE case_id = ${found.id} AND released_at IS NULL`,
  );
  if (!open) throw conflict("not_on_hold", `Case ${found.number} is not on hold.`);
  if (found.version !== input.version) throw stale("case");

  const day = (instant: Date) => localNow(instant, actor.lab.timeZone).day;
  const placedOn = day(open.placedAt);
  const calendar = await labCalendar(tx, [placedOn, found.dueOn, found.shipBy].toSorted()[0]);
  const movedDays = heldWorkingDays(placedOn, day(new Date()), calendar);
  const later = (from: string) => (movedDays > 0 ? addWorkingDays(from, movedDays, calendar) : from);
  const practice = await practiceDays(tx, found.practiceId);
  const { day: dueOn, passed } =
    movedDays > 0 ? nextHandover(later(found.dueOn), calendar, practice) : { day: found.dueOn, passed: [] };
  const shipBy = later(found.shipBy);
  const why = [heldFor(movedDays), ...(passed.length > 0 ? ["the practice is closed in between"] : [])].join(", ");
  await tx.execute(sql`
    UPDATE holds SET released_at = statement_timestamp(), released_by_id = ${actor.userId}, due_on_before = ${found.dueOn},
      ship_by_before = ${found.shipBy} WHERE id = ${open.id}`);
  await tx.execute(sql`UPDATE cases SET due_on = ${dueOn}, ship_by = ${shipBy} WHERE id = ${found.id}`);
  await settleCase(tx, found.id);
  await recordEvent(context, { caseId: found.id, kind: "released", data: { dueOn }, audience: "shared" });
  if (movedDays > 0)
    await recordEvent(context, {
      caseId: found.id,
      kind: "due_changed",
      data: { from: found.dueOn, to: dueOn, reason: why },
      audience: "shared",
    });
  await tellScreens(tx, found, "shared");
  const { version } = await lockCase(tx, found.id);
  await tellReleased(context, found, { holdId: open.id, version, from: found.dueOn, to: dueOn, why });
  return { version, dueOn, movedDays };
}

/**
 * Takes a release back: the hold is open again as it was placed, and the days are those from before. Refuses with
 * `already_on_hold`, `case_closed`, `nothing_to_take_back` (it was never held) and, when anything happened since, `stale`.
 */
export async function takeBackRelease(context: Context, input: Seen): Promise<{ version: number }> {
  const { tx } = context;
  const found = await lockCase(tx, input.caseId);
  if (found.status === "on_hold") throw conflict("already_on_hold", `Case ${found.number} is already on hold.`);
  refuseClosed(found);
  if (found.version !== input.version) throw stale("case");
  const last = await tx.row<{
    id: string;
    reason: string;
    note: string | null;
    reviewOn: string | null;
    dueOn: string;
    shipBy: string;
  }>(sql`
    SELECT h.id, coalesce(reason_words(h.reason_id), '') AS reason, h.note, h.review_on AS "reviewOn", h.due_on_before AS "dueOn",
      h.ship_by_before AS "shipBy"
    FROM holds h
    WHERE h.case_id = ${found.id} AND h.due_on_before IS NOT NULL ORDER BY h.released_at DESC LIMIT 1`);
  if (!last) throw conflict("nothing_to_take_back", `Case ${found.number} was not on hold before.`);
  await tx.execute(sql`
    UPDATE holds SET released_at = NULL, released_by_id = NULL, due_on_before = NULL, ship_by_before = NULL WHERE id = ${last.id}`);
  await tx.execute(sql`UPDATE cases SET due_on = ${last.dueOn}, ship_by = ${last.shipBy} WHERE id = ${found.id}`);
  await settleCase(tx, found.id);
  await recordEvent(context, {
    caseId: found.id,
    kind: "held",
    data: { reason: last.reason, note: last.note ?? undefined, reviewOn: last.reviewOn ?? undefined },
    audience: "shared",
  });
  if (last.dueOn !== found.dueOn)
    await recordEvent(context, {
      caseId: found.id,
      kind: "due_changed",
      data: { from: found.dueOn, to: last.dueOn, reason: "it is on hold again" },
      audience: "shared",
    });
  await tellScreens(tx, found, "shared");
  const { version } = await lockCase(tx, found.id);
  await tellHeld(context, found, { holdId: last.id, reason: last.reason, note: last.note, version, again: true });
  return { version };
}

const heldFor = (days: number) => `on hold for ${days} working ${days === 1 ? "day" : "days"}`;
