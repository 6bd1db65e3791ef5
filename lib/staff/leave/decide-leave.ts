import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict, notFound, stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { notify } from "@/lib/notifications/notify";
import { announce } from "@/lib/outbox/outbox";
import { type LeaveSpan, spanWords } from "../day-words";
import type { LeaveStatus } from "../vocabulary";
import { refuseOwnLeave } from "./own-leave";
import type { decisionSchema, withdrawalSchema } from "./schema";

type Locked = LeaveSpan & { id: string; version: number; status: LeaveStatus; userId: string; name: string };

async function lockLeave({ tx }: Context, { id, version }: { id: string; version: number }): Promise<Locked> {
  const leave = await tx.row<Locked>(sql`
    SELECT r.id, r.version, r.status, p.user_id AS "userId", u.name, r.from_day AS "fromDay", r.to_day AS "toDay",
      r.half_first AS "halfFirst", r.half_last AS "halfLast"
    FROM leave_requests r JOIN staff_profiles p ON p.lab_id = r.lab_id AND p.id = r.staff_profile_id JOIN users u ON u.id = p.user_id
    WHERE r.id = ${id} FOR UPDATE OF r`);
  if (!leave) throw notFound("leave request");
  if (leave.version !== version) throw stale("leave request");
  return leave;
}

/**
 * Approves or rejects a leave request; the person is told. What is approved counts in each promise made from then on. Refuses with
 * `leave_decided` when it no longer waits, `own_leave` one's own while others may decide, and `stale`.
 */
export async function decideLeave(context: Context, input: z.output<typeof decisionSchema>): Promise<{ id: string }> {
  const { actor, tx } = context;
  const leave = await lockLeave(context, input);
  if (leave.status !== "requested") throw conflict("leave_decided", `This was ${leave.status} already.`);
  if (leave.userId === actor.userId) await refuseOwnLeave(context);
  const status = input.approve ? "approved" : "rejected";
  await tx.execute(sql`
    UPDATE leave_requests SET status = ${status}, answer = ${input.answer || null}, decided_by_id = ${actor.userId}, decided_at = now()
    WHERE id = ${leave.id}`);
  await notify(
    tx,
    { userIds: [leave.userId] },
    {
      key: `leave-${leave.id}-${status}`,
      type: "alert",
      title: `Your leave was ${status}: ${spanWords(leave, actor.lab.locale)}`,
      body: input.answer || undefined,
      href: "/people/leave",
    },
  );
  await announce(tx, ["rota", "leave", "queue"]);
  return { id: leave.id };
}

/**
 * Takes one's own leave back, asked for or approved, as long as it is not over; whoever may approve is told. Refuses with `not_found`
 * another's, `leave_over`, `leave_decided` what was rejected or withdrawn, and `stale`.
 */
export async function withdrawLeave(
  context: Context,
  input: z.output<typeof withdrawalSchema>,
): Promise<{ id: string }> {
  const { actor, tx } = context;
  const leave = await lockLeave(context, input);
  if (leave.userId !== actor.userId) throw notFound("leave request");
  if (leave.status !== "requested" && leave.status !== "approved")
    throw conflict("leave_decided", `This was ${leave.status} already.`);
  const over = await tx.row(sql`
    SELECT 1 FROM labs WHERE ${leave.toDay}::date < (now() AT TIME ZONE time_zone)::date`);
  if (over) throw conflict("leave_over", "This leave is over.");
  await tx.execute(sql`UPDATE leave_requests SET status = 'withdrawn' WHERE id = ${leave.id}`);
  await notify(
    tx,
    { permission: "leave.approve" },
    {
      key: `leave-${leave.id}-withdrawn`,
      type: "alert",
      priority: "low",
      title: `${leave.name} withdrew their leave: ${spanWords(leave, actor.lab.locale)}`,
      href: `/people/leave/${leave.id}`,
    },
  );
  await announce(tx, ["rota", "leave", "queue"]);
  return { id: leave.id };
}
