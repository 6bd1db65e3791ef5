import type { Actor } from "@/lib/access/actor";
import type { Refusal } from "@/lib/access/errors";
import { asActor } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import { notify } from "@/lib/notifications/notify";
import { type Answer, answeredBefore } from "./answered";
import type { Moment } from "./clock";
import type { RoadCommand, RoadLog } from "./schema";
import { DEED_WORDS } from "./words";

const GONE = "The office took this off your route, or the whole route from you. Ask them what to do.";

/** Its JSON with half characters (a picture sign cut in two) made whole ones: the database's JSON takes none, and the log would never be sent. */
const wellFormed = (command: RoadCommand): string =>
  JSON.stringify(command, (_key, value) => (typeof value === "string" ? Buffer.from(value).toString() : value));

/**
 * Keeps a command that was refused, whole, with what the driver was told, and lets the dispatchers know: what it reports happened at a door, though
 * the books say otherwise. It changes nothing else. Answers the refusal; the same one when it is sent again.
 */
export function keepRefusal(
  actor: Actor,
  { phoneId }: RoadLog,
  command: RoadCommand,
  { at, aheadSeconds, clamped }: Moment,
  refusal: Refusal,
): Promise<Answer> {
  const { id, kind, routeId, happenedAt } = command;
  const words = refusal.code === "not_found" ? GONE : refusal.message;
  return asActor(actor, async (tx) => {
    const earlier = await answeredBefore(tx, actor, id);
    if (earlier) return earlier;
    const stopId = "stopId" in command ? command.stopId : null;
    const about = await tx.withLabRights(() =>
      tx.row<{ routeId: string | null; stopId: string | null; practice: string | null }>(sql`
        SELECT (SELECT r.id FROM delivery_routes r WHERE r.id = ${routeId}) AS "routeId", (SELECT s.id FROM route_stops s WHERE s.id = ${stopId}) AS "stopId",
          (SELECT p.name FROM route_stops s JOIN practices p ON p.id = s.practice_id WHERE s.id = ${stopId}) AS practice`),
    );
    await tx.execute(sql`
      INSERT INTO road_log (command_id, phone_id, user_id, route_id, stop_id, kind, outcome, reason, words, payload, happened_at, phone_at,
        phone_ahead_seconds, is_clamped)
      VALUES (${id}, ${phoneId}, ${actor.userId}, ${about?.routeId ?? null}, ${about?.stopId ?? null}, ${kind}, 'refused', ${refusal.reason}, ${words},
        ${wellFormed(command)}::jsonb, ${at}, ${new Date(happenedAt)}, ${aheadSeconds}, ${clamped})`);
    await notify(
      tx,
      { permission: "routes.manage" },
      {
        key: `road:${id}`,
        type: "alert",
        priority: "high",
        title: `${actor.name} reported “${DEED_WORDS[kind]}”${about?.practice ? ` at ${about.practice}` : ""}; it was not taken over`,
        body: words,
        href: about?.routeId ? `/routes/${about.routeId}` : "/routes",
      },
    );
    return { id, outcome: "refused", reason: refusal.reason, words, fieldErrors: refusal.fieldErrors };
  });
}
