import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict, invalid, notFound, stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { notify, type Receivers } from "@/lib/notifications/notify";
import { announce } from "@/lib/outbox/outbox";
import { dayWords } from "../day-words";
import { lockProfile } from "../profiles/profile-of";
import { refuseOnLeave } from "./plan-shift";
import type { offerAnswerSchema, offerIdSchema, offerSchema } from "./schema";

type Offered = {
  id: string;
  version: number;
  day: string;
  words: string;
  userId: string;
  name: string;
  toUserId: string | null;
  toName: string | null;
  taken: boolean;
};

/** Locks a published shift that has not begun. Refuses with `not_found`, `stale`, and `shift_begun`. */
async function lockOffer({ actor, tx }: Context, { id, version }: { id: string; version: number }): Promise<Offered> {
  const found = await tx.row<Omit<Offered, "words"> & { times: string; begun: boolean }>(sql`
    SELECT s.id, s.version, (s.starts_at AT TIME ZONE l.time_zone)::date AS day, s.starts_at <= now() AS begun,
      to_char(s.starts_at AT TIME ZONE l.time_zone, 'HH24:MI') || '–' || to_char(s.ends_at AT TIME ZONE l.time_zone, 'HH24:MI') AS times,
      u.id AS "userId", u.name, v.id AS "toUserId", v.name AS "toName", s.taken_at IS NOT NULL AS taken
    FROM shifts s JOIN labs l ON l.id = s.lab_id JOIN staff_profiles p ON p.lab_id = s.lab_id AND p.id = s.staff_profile_id
    JOIN users u ON u.id = p.user_id LEFT JOIN staff_profiles q ON q.lab_id = s.lab_id AND q.id = s.offered_to_id
    LEFT JOIN users v ON v.id = q.user_id
    WHERE s.id = ${id} AND s.published_at IS NOT NULL FOR UPDATE OF s`);
  if (!found) throw notFound("shift");
  if (found.version !== version) throw stale("shift");
  if (found.begun) throw conflict("shift_begun", "This shift has begun already.");
  return { ...found, words: `the shift of ${dayWords(found.day, actor.lab.locale)}, ${found.times}` };
}

async function tell({ tx }: Context, { id, version, day }: Offered, to: Receivers, title: string): Promise<void> {
  await notify(tx, to, { key: `swap-${id}-${version}`, type: "alert", title, href: `/people/rota?day=${day}` });
}

const endOffer = ({ tx }: Context, id: string) =>
  tx.execute(sql`UPDATE shifts SET offered_to_id = NULL, taken_at = NULL WHERE id = ${id}`);

/**
 * Offers one's own published shift to a colleague, who is told. Refuses with `not_found` another's shift, `shift_begun`,
 * `offered_already` while another offer of it stands, at `userId` oneself, `on_leave` when they are away, and `stale`.
 */
export async function offerShift(context: Context, input: z.output<typeof offerSchema>): Promise<{ id: string }> {
  const { actor, tx } = context;
  const colleague = await lockProfile(tx, input.userId);
  const shift = await lockOffer(context, input);
  if (shift.userId !== actor.userId) throw notFound("shift");
  if (shift.toUserId) throw conflict("offered_already", `This is offered to ${shift.toName} already.`);
  if (input.userId === actor.userId) throw invalid("userId", "Choose somebody else.");
  await refuseOnLeave(context, colleague, shift.day);
  await tx.execute(sql`UPDATE shifts SET offered_to_id = ${colleague.id} WHERE id = ${shift.id}`);
  await tell(context, shift, { userIds: [input.userId] }, `${shift.name} offers you ${shift.words}`);
  await announce(tx, ["rota"]);
  return { id: shift.id };
}

/** Takes one's offer of a shift back; the colleague is told. Refuses with `not_found` where there is none, and `stale`. */
export async function withdrawOffer(context: Context, input: z.output<typeof offerIdSchema>): Promise<{ id: string }> {
  const shift = await lockOffer(context, input);
  if (shift.userId !== context.actor.userId || !shift.toUserId) throw notFound("offer");
  await endOffer(context, shift.id);
  await tell(context, shift, { userIds: [shift.toUserId] }, `${shift.name} keeps ${shift.words}`);
  await announce(context.tx, ["rota"]);
  return { id: shift.id };
}

/**
 * Takes a shift that is offered to the acting person, or declines it. Its person is told, and of one taken those who plan the rota, who
 * approve it. Refuses with `not_found` an offer to another, `taken_already`, and `stale`.
 */
export async function answerOffer(
  context: Context,
  input: z.output<typeof offerAnswerSchema>,
): Promise<{ id: string }> {
  const { actor, tx } = context;
  const shift = await lockOffer(context, input);
  if (shift.toUserId !== actor.userId) throw notFound("offer");
  if (shift.taken && input.yes) throw conflict("taken_already", "You took this already.");
  const does = input.yes ? "takes" : "does not take";
  if (input.yes) {
    await tx.execute(sql`UPDATE shifts SET taken_at = now() WHERE id = ${shift.id}`);
    const title = `${shift.toName} takes ${shift.words} of ${shift.name}: approve the swap`;
    await tell(context, shift, { permission: "staff.manage" }, title);
  } else await endOffer(context, shift.id);
  await tell(context, shift, { userIds: [shift.userId] }, `${shift.toName} ${does} ${shift.words}`);
  await announce(tx, ["rota"]);
  return { id: shift.id };
}

/**
 * Approves a swap that the colleague agreed to, so that the shift is theirs from then on, or leaves it with its person; both are told.
 * Refuses with `not_taken` before they agreed, `shift_overlaps` (the database's own rule), `on_leave`, and `stale`.
 */
export async function decideSwap(context: Context, input: z.output<typeof offerAnswerSchema>): Promise<{ id: string }> {
  const { tx } = context;
  const seen = await tx.row<{ userId: string }>(sql`
    SELECT q.user_id AS "userId" FROM shifts s JOIN staff_profiles q ON q.lab_id = s.lab_id AND q.id = s.offered_to_id WHERE s.id = ${input.id}`);
  if (!seen) throw notFound("swap");
  const colleague = await lockProfile(tx, seen.userId);
  const shift = await lockOffer(context, input);
  if (!shift.toUserId) throw notFound("swap");
  if (!shift.taken) throw conflict("not_taken", `${shift.toName} has not agreed to it yet.`);
  const both = { userIds: [shift.userId, shift.toUserId] };
  if (input.yes) {
    await refuseOnLeave(context, colleague, shift.day);
    await tx.execute(sql`
      UPDATE shifts SET staff_profile_id = ${colleague.id}, offered_to_id = NULL, taken_at = NULL WHERE id = ${shift.id}`);
  } else await endOffer(context, shift.id);
  const outcome = input.yes ? `is ${shift.toName}'s now` : `stays with ${shift.name}: the swap was not approved`;
  await tell(context, shift, both, `${shift.words.replace(/^t/, "T")} ${outcome}`);
  await announce(tx, ["rota", "queue"]);
  return { id: shift.id };
}
