import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict, invalid } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { labToday } from "@/lib/labs/today";
import { type LockedRoute, lockCasesOf, lockRoute, lockShipments, lockStops } from "../lock";
import { placeStops } from "../plan-route";
import { addStop } from "../put-on-route";
import { keepExpected } from "../round";
import { tellCases, tellDispatch } from "../tell";
import { type DayFacts, numbersOf, readDay } from "./day-facts";
import { makeRoutes } from "./make-routes";
import { type OpenRoute, placeVisits } from "./place-visits";
import type { planDaySchema } from "./schema";

/** What planning a day did: routes made, stops added, shipments put on; `waiting` practices are on no route. */
export type PlannedDay = { made: number; stops: number; shipments: number; waiting: number; note: string | null };

/**
 * Plans a lab day (`YYYY-MM-DD`): makes the routes that its templates ask for, each once, and puts what is ready, wanted or due on the
 * routes that may still be changed (`placeVisits` decides which). Doing it again adds only what is new. A practice where something is
 * due but not packed yet gets a stop to pack for. Refuses at `day` one that is past, and with `lab_closed` when the lab is shut
 * and nobody planned a route by hand.
 */
export async function planDay(context: Context, { day }: z.output<typeof planDaySchema>): Promise<PlannedDay> {
  const { actor, tx } = context;
  if (day < labToday(actor.lab.timeZone)) throw invalid("day", "This day is past. Choose today or a later one.");
  // Two who plan the same day do it one after the other.
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`plan:${actor.lab.id}:${day}`}, 0))`);
  const { demands: before, lab, routes: existing } = await readDay(tx, actor, day);
  if (lab.closed && existing.length === 0)
    throw conflict(
      "lab_closed",
      `The lab is shut on this day (${lab.closed}). Plan a route by hand if one drives all the same.`,
    );
  const wanted = before.flatMap(({ shipments }) => shipments.map(({ id }) => id));
  await lockCasesOf(tx, wanted);
  const ready = new Set(
    (await lockShipments(tx, wanted)).filter(({ status }) => status === "ready").map(({ id }) => id),
  );
  const made = lab.closed ? [] : await makeRoutes(context, day);
  // What somebody else started or locked in this moment is left alone.
  const ids = (await readDay(tx, actor, day)).routes.map(({ id }) => id).sort();
  const routes = new Map<string, LockedRoute>();
  for (const id of ids) routes.set(id, await lockRoute(tx, id));

  const facts = await readDay(tx, actor, day);
  const { routes: open, demands, minutes, note } = await numbersOf(facts);
  const { placed, unplaced } = placeVisits(open, demands, minutes);
  const count = { stops: 0, shipments: 0 };
  for (const route of open) {
    const locked = routes.get(route.id);
    const here = placed.filter(({ routeId }) => routeId === route.id);
    if (!locked || (here.length === 0 && !made.includes(route.id))) continue;
    const added = await putVisits(context, locked, route, facts.demands, ready);
    count.stops += added.stops;
    count.shipments += added.shipments;
  }
  await tellDispatch(tx, ids);
  return { made: made.length, ...count, waiting: unplaced.length, note };
}

/** Gives a locked route the visits that were decided, in their order, each with what is ready for it. */
async function putVisits(
  context: Context,
  route: LockedRoute,
  { visits }: OpenRoute,
  demands: DayFacts["demands"],
  ready: ReadonlySet<string>,
): Promise<{ stops: number; shipments: number }> {
  const { tx, actor } = context;
  const there = new Map((await lockStops(tx, route.id)).map((stop) => [stop.practiceId, stop.id]));
  const order: string[] = [];
  const put: string[] = [];
  for (const [i, { practiceId }] of visits.entries()) {
    const stopId = there.get(practiceId) ?? (await addStop(tx, route, practiceId, 1000 + i));
    order.push(stopId);
    const shipments = demands.find((demand) => demand.practiceId === practiceId)?.shipments ?? [];
    const mine = shipments.map(({ id }) => id).filter((id) => ready.has(id));
    if (mine.length === 0) continue;
    await tx.execute(
      sql`UPDATE shipments SET stop_id = ${stopId}, status = 'scheduled' WHERE id = ANY(${mine}::uuid[])`,
    );
    put.push(...mine);
  }
  const stops = order.length - there.size;
  if (stops > 0) await placeStops(tx, order);
  await keepExpected(tx, actor, route.id);
  if (put.length > 0)
    await tellCases(context, put, "put_on_route", ({ number }) => ({
      number,
      route: route.name,
      date: route.routeDate,
    }));
  return { stops, shipments: put.length };
}
