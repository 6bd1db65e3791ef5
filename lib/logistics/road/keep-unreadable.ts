import { createHash } from "node:crypto";
import { z } from "zod";
import { fieldErrorsOf } from "@/lib/access/action";
import type { Actor } from "@/lib/access/actor";
import type { FieldErrors } from "@/lib/access/errors";
import { asActor } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import { notify } from "@/lib/notifications/notify";
import { type Answer, answeredBefore } from "./answered";
import { correctedMoment } from "./clock";
import { type RoadLog, roadCommandSchema } from "./schema";

const MOST_CHARACTERS = 500_000;
const legible = z.object({
  id: z.uuid().nullable().catch(null),
  routeId: z.uuid().nullable().catch(null),
  stopId: z.uuid().nullable().catch(null),
  happenedAt: roadCommandSchema.options[0].shape.happenedAt.nullable().catch(null),
});
const NOTHING = { id: null, routeId: null, stopId: null, happenedAt: null };

/**
 * Keeps a report that could not be read, as it came, for the dispatchers, and lets them know: the driver did something at a door. Answers the
 * refusal for the phone; the same one when it is sent again, also where it has no id of its own.
 */
export function keepUnreadable(
  actor: Actor,
  log: Pick<RoadLog, "phoneId" | "sentAt">,
  raw: unknown,
  error: z.ZodError,
  now: Date,
): Promise<Answer> {
  const read = legible.safeParse(raw).data ?? NOTHING;
  const text = (JSON.stringify(raw) ?? "").slice(0, MOST_CHARACTERS);
  const id = read.id ?? idOf(text);
  const fieldErrors: FieldErrors = fieldErrorsOf(error);
  const words = Object.values(fieldErrors).flat()[0] ?? "This could not be read.";
  const happenedAt = read.happenedAt ?? log.sentAt;
  const { at, aheadSeconds, clamped } = correctedMoment({ ...log, happenedAt }, now, now);
  const refusal: Answer = { id: read.id, outcome: "refused", reason: "invalid", words, fieldErrors };
  return asActor(actor, async (tx) => {
    if (await answeredBefore(tx, actor, id)) return refusal;
    const about = await tx.withLabRights(() =>
      tx.row<{ routeId: string | null; stopId: string | null; practice: string | null }>(sql`
        SELECT (SELECT r.id FROM delivery_routes r WHERE r.id = ${read.routeId}::uuid) AS "routeId",
          (SELECT s.id FROM route_stops s WHERE s.id = ${read.stopId}::uuid) AS "stopId",
          (SELECT p.name FROM route_stops s JOIN practices p ON p.id = s.practice_id WHERE s.id = ${read.stopId}::uuid) AS practice`),
    );
    // The text within an object, not the object itself: it may hold what the database's JSON cannot.
    await tx.execute(sql`
      INSERT INTO road_log (command_id, phone_id, user_id, route_id, stop_id, kind, outcome, reason, words, payload, happened_at, phone_at,
        phone_ahead_seconds, is_clamped)
      VALUES (${id}, ${log.phoneId}, ${actor.userId}, ${about?.routeId ?? null}, ${about?.stopId ?? null}, 'unreadable', 'refused', 'invalid', ${words},
        ${JSON.stringify({ unread: text })}::jsonb, ${at}, ${new Date(happenedAt)}, ${aheadSeconds}, ${clamped})`);
    await notify(
      tx,
      { permission: "routes.manage" },
      {
        key: `road:${id}`,
        type: "alert",
        priority: "high",
        title: `${actor.name} reported something${about?.practice ? ` at ${about.practice}` : ""} that could not be read`,
        body: `${words} Ask what happened, and enter it by hand.`,
        href: about?.routeId ? `/routes/${about.routeId}` : "/routes",
      },
    );
    return refusal;
  });
}

/** What has no id of its own is known by what it says. */
const idOf = (text: string): string =>
  createHash("sha256")
    .update(text)
    .digest("hex")
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
