import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { invalid, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { labToday } from "@/lib/labs/today";
import { notify } from "@/lib/notifications/notify";
import { announce } from "@/lib/outbox/outbox";
import { daysWords, spanWords } from "../day-words";
import { lockProfile } from "../profiles/profile-of";
import { LEAVE_KIND_LABEL } from "../vocabulary";
import { leaveBalance, workedDays } from "./balance";
import { leaveDays } from "./leave-days";
import { refuseOwnLeave } from "./own-leave";
import type { leaveRecordSchema, leaveRequestSchema } from "./schema";

type Asked = z.output<typeof leaveRequestSchema>;

/**
 * Asks for leave for oneself; whoever may approve is told. Refuses at `fromDay` days that are past (sick leave may be told afterwards) or
 * on which one would not work, at `toDay` holiday beyond what is left of a year, and with `leave_overlaps` what touches other leave.
 */
export async function requestLeave(context: Context, input: Asked): Promise<{ id: string }> {
  const { actor, tx } = context;
  if (!actor.userId) throw notFound("person");
  const today = labToday(actor.lab.timeZone);
  if (input.kind !== "sick" && input.fromDay < today) throw invalid("fromDay", "This day is past.");
  const leave = await keepLeave(context, actor.userId, input, false);
  await notify(
    tx,
    { permission: "leave.approve" },
    {
      key: `leave-${leave.id}`,
      type: "alert",
      title: `${leave.name} asks for leave: ${LEAVE_KIND_LABEL[input.kind].toLowerCase()}, ${leave.words}`,
      body: input.note || undefined,
      href: `/people/leave/${leave.id}`,
    },
  );
  return { id: leave.id };
}

/**
 * Enters leave of a person that holds at once, such as a call in sick; the person is told. Refuses as `requestLeave` does but for days
 * that are past, and with `own_leave` one's own while others may approve it.
 */
export async function recordLeave(
  context: Context,
  { userId, ...input }: z.output<typeof leaveRecordSchema>,
): Promise<{ id: string }> {
  const { actor, tx } = context;
  if (userId === actor.userId) await refuseOwnLeave(context);
  const leave = await keepLeave(context, userId, input, true);
  await notify(
    tx,
    { userIds: [userId] },
    {
      key: `leave-recorded-${leave.id}`,
      type: "alert",
      title: `${actor.name} entered leave for you: ${LEAVE_KIND_LABEL[input.kind].toLowerCase()}, ${leave.words}`,
      href: "/people/leave",
    },
  );
  return { id: leave.id };
}

async function keepLeave({ actor, tx }: Context, userId: string, input: Omit<Asked, "idempotencyKey">, holds: boolean) {
  const profile = await lockProfile(tx, userId);
  const span = { ...input, toDay: input.toDay || input.fromDay };
  const worked = await workedDays(tx, profile.id, span.fromDay, span.toDay);
  const days = leaveDays(span, worked);
  if (days === 0) throw invalid("fromDay", "There is no working day in this.");
  if (input.kind === "holiday") {
    for (let year = Number(span.fromDay.slice(0, 4)); year <= Number(span.toDay.slice(0, 4)); year++) {
      const needed = leaveDays(
        span,
        worked.filter((day) => day.startsWith(`${year}-`)),
      );
      const { left } = await leaveBalance(tx, profile.id, year);
      if (needed > left)
        throw invalid(
          input.toDay ? "toDay" : "fromDay",
          `This takes ${daysWords(needed)} of ${year}; ${left > 0 ? daysWords(left) : "none"} of its holiday ${left === 1 ? "is" : "are"} left.`,
        );
    }
  }
  const kept = await tx.row<{ id: string }>(sql`
    INSERT INTO leave_requests (staff_profile_id, kind, from_day, to_day, half_first, half_last, note, requested_by_id, status, decided_by_id, decided_at)
    VALUES (${profile.id}, ${span.kind}, ${span.fromDay}, ${span.toDay}, ${span.halfFirst}, ${span.halfLast}, ${span.note || null}, ${actor.userId},
      ${holds ? "approved" : "requested"}, ${holds ? actor.userId : null}::uuid, CASE WHEN ${holds}::boolean THEN now() END)
    RETURNING id`);
  await announce(tx, ["rota", "leave"]);
  return { id: (kept as { id: string }).id, name: profile.name, words: spanWords(span, actor.lab.locale) };
}
