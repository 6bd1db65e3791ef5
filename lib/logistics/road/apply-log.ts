import { DateTime } from "luxon";
import { refused } from "@/lib/access/action";
import type { Actor } from "@/lib/access/actor";
import { asRefusal } from "@/lib/db/refusals";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { askingOutside } from "../planning/ways/asking-outside";
import { type Answer, answeredBefore } from "./answered";
import { applyCommand } from "./apply-command";
import { correctedMoment, type Moment } from "./clock";
import { keepRefusal } from "./keep-refusal";
import { keepUnreadable } from "./keep-unreadable";
import { type RoadCommand, type RoadLog, roadCommandSchema } from "./schema";

/**
 * Takes in what a phone reports, each command in order and in a transaction of its own, once by its id. A refused one is kept for the
 * dispatchers and blocks none that follow; one that failed on our side ends the batch, so that the order is kept.
 * `now` is when it arrived, for tests.
 */
export async function applyLog(actor: Actor, log: RoadLog, now = new Date()): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const raw of log.commands) {
    const parsed = roadCommandSchema.safeParse(raw);
    const answer = parsed.success
      ? await applyOnce(actor, log, parsed.data, now)
      : await keepUnreadable(actor, log, raw, parsed.error, now);
    answers.push(answer);
    if (answer.outcome === "failed") break;
  }
  return answers;
}

async function applyOnce(actor: Actor, log: RoadLog, command: RoadCommand, now: Date): Promise<Answer> {
  const { id } = command;
  let moment = correctedMoment({ ...log, ...command }, now, now);
  try {
    return await askingOutside(actor, async (tx) => {
      const earlier = await answeredBefore(tx, actor, id);
      if (earlier) return earlier;
      moment = correctedMoment(
        { ...log, ...command },
        now,
        await earliest(tx, actor, log.phoneId, command.routeId, now),
      );
      const data = await applyCommand({ actor, tx }, command, { at: moment.at, phoneId: log.phoneId });
      await keepApplied(tx, actor, log, command, moment, data);
      return { id, outcome: "applied", data };
    });
  } catch (thrown) {
    const refusal = asRefusal(thrown);
    if (!refusal || refusal.reason === "busy") {
      const { reason, formError } = refused(thrown);
      return { id, outcome: "failed", reason, words: formError };
    }
    return keepRefusal(actor, log, command, moment, refusal);
  }
}

/**
 * Nothing happens before what this phone reported of the route last, else before the first moment of the route's day in the lab's zone (of
 * today for a route that is not to be seen).
 */
async function earliest(tx: Transaction, { lab }: Actor, phoneId: string, routeId: string, now: Date): Promise<Date> {
  const row = await tx.row<{ day: string; last: Date | null }>(sql`
    SELECT r.route_date AS day, (SELECT max(l.happened_at) FROM road_log l WHERE l.route_id = r.id AND l.phone_id = ${phoneId} AND l.outcome = 'applied') AS last
    FROM delivery_routes r WHERE r.id = ${routeId}`);
  if (row?.last) return row.last;
  const zone = { zone: lab.timeZone };
  return (row ? DateTime.fromISO(row.day, zone) : DateTime.fromJSDate(now, zone)).startOf("day").toJSDate();
}

async function keepApplied(
  tx: Transaction,
  actor: Actor,
  { phoneId }: RoadLog,
  command: RoadCommand,
  { at, aheadSeconds, clamped }: Moment,
  data: object,
): Promise<void> {
  const stopId = "stopId" in command ? command.stopId : null;
  await tx.execute(sql`
    INSERT INTO road_log (command_id, phone_id, user_id, route_id, stop_id, kind, outcome, stop_version, answer, happened_at, phone_at,
      phone_ahead_seconds, is_clamped)
    VALUES (${command.id}, ${phoneId}, ${actor.userId}, ${command.routeId}, ${stopId}, ${command.kind}, 'applied',
      (SELECT version FROM route_stops WHERE id = ${stopId}), ${JSON.stringify(data)}::jsonb, ${at}, ${new Date(command.happenedAt)}, ${aheadSeconds}, ${clamped})`);
}
