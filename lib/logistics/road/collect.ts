import type { Context } from "@/lib/access/action";
import { conflict, invalid } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { announce } from "@/lib/outbox/outbox";
import { receive } from "@/lib/workflow/receive";
import { reckonArrivals } from "../eta/reckon-arrivals";
import { atOpenStop, endRouteWhenDone, endStopWhenDone, type OpenStop, type Report, type SeenStop } from "../own-stop";
import { tellDispatch } from "../tell";
import { writeCustody } from "./custody";
import { type GivenProof, keepProof } from "./proof-rules";

type Fetched = { shipmentId: string; caseIds: string[]; parcelIds: string[]; note: string | null };
type Collection = SeenStop &
  GivenProof & { pickups: Fetched[]; extra: { parcelIds: string[]; note: string | null } | null };
export type Collected = {
  stopId: string;
  stopDone: boolean;
  routeDone: boolean;
  parcels: string[];
  received: string[];
};

/**
 * Takes what a practice gives the driver: the parcels get their codes and their place on the van, the named cases that are still
 * submitted count as received (into a pan later, at the lab), and what nobody had asked for becomes a pick-up of its own. One of
 * which nothing was ready fails. Refuses as `atOpenStop` and `keepProof` do, with `nothing_collected`, at `pickups` for cases in no parcel, and
 * with `pickup_changed` when a pick-up is no longer to be fetched here or one is left out.
 */
export function collect(context: Context, input: Collection, report: Report = {}): Promise<Collected> {
  const { tx } = context;
  const at = report.at ?? new Date();
  return atOpenStop(context, input, report, async (open) => {
    const { route, stop } = open;
    refuseOthers(open, input.pickups);
    if (input.pickups.length === 0 && !input.extra)
      throw conflict("nothing_collected", "Say what you collected, or that nothing was ready.");
    if (input.pickups.some((one) => one.caseIds.length > 0 && one.parcelIds.length === 0))
      throw invalid("pickups", "Say in how many parcels it comes.");
    const taken = input.pickups.filter((one) => one.parcelIds.length > 0);
    if (taken.length > 0 || input.extra) await keepProof(tx, { stopId: stop.id, purpose: "pickup", at }, input);
    const missed = input.pickups.filter((one) => !taken.includes(one)).map((one) => one.shipmentId);
    await tx.execute(sql`UPDATE shipments SET status = 'failed' WHERE id = ANY(${missed}::uuid[])`);
    const parcels: string[] = [];
    const received: string[] = [];
    for (const one of taken) {
      await onBoard(tx, one.shipmentId, one.note, at);
      parcels.push(...(await takeParcels(tx, one.shipmentId, one.parcelIds, stop.id, at)));
      received.push(...(await receiveCases(context, one, at)));
    }
    if (input.extra) {
      const id = await extraPickup(tx, stop.id, stop.practiceId, input.extra.note, at);
      parcels.push(...(await takeParcels(tx, id, input.extra.parcelIds, stop.id, at)));
    }
    const stopDone = await endStopWhenDone(tx, stop.id, at);
    const routeDone = await endRouteWhenDone(tx, route.id, at);
    await reckonArrivals(tx, route.id);
    await tellDispatch(tx, [route.id]);
    await announce(tx, [`portal:${stop.practiceId}`], stop.practiceId);
    return { stopId: stop.id, stopDone, routeDone, parcels, received };
  });
}

function refuseOthers({ pickups }: OpenStop, fetched: Fetched[]): void {
  const open = pickups.map(({ id }) => id).toSorted();
  const told = [...new Set(fetched.map(({ shipmentId }) => shipmentId))].toSorted();
  if (String(open) === String(told)) return;
  const now = pickups.map(({ number }) => number).join(", ") || "nothing";
  throw conflict("pickup_changed", `The office changed what is to be fetched here. It is now: ${now}. Look again.`);
}

async function onBoard(tx: Transaction, id: string, note: string | null, at: Date): Promise<void> {
  await tx.execute(sql`
    UPDATE shipments SET status = 'in_transit', shipped_at = ${at}, note = concat_ws(E'\n', note, ${note}::text) WHERE id = ${id}`);
}

async function extraPickup(tx: Transaction, stopId: string, practiceId: string, note: string | null, at: Date) {
  const row = await tx.row<{ id: string }>(sql`
    INSERT INTO shipments (number, type, status, practice_id, stop_id, shipped_at, note)
    VALUES (next_number('shipment'), 'pickup', 'in_transit', ${practiceId}, ${stopId}, ${at}, ${note ?? "Handed to the driver unasked"}) RETURNING id`);
  return row?.id as string;
}

/** The parcels that were taken: those the pick-up has already, and new ones under the phone's ids. Answers their codes. */
async function takeParcels(tx: Transaction, shipmentId: string, ids: string[], stopId: string, at: Date) {
  await tx.execute(sql`
    WITH had AS (SELECT id, position FROM parcels WHERE shipment_id = ${shipmentId}),
      new AS (SELECT id, row_number() OVER (ORDER BY place) + (SELECT coalesce(max(position), 0) FROM had) AS position
        FROM unnest(${ids}::uuid[]) WITH ORDINALITY n(id, place) WHERE id NOT IN (SELECT id FROM had))
    INSERT INTO parcels (id, shipment_id, position, code)
    SELECT new.id, s.id, new.position, s.number || '-' || new.position FROM new, shipments s WHERE s.id = ${shipmentId}`);
  const taken = await tx.rows<{ id: string; code: string }>(sql`
    SELECT id, code FROM parcels WHERE id = ANY(${ids}::uuid[]) AND shipment_id = ${shipmentId} ORDER BY position`);
  await writeCustody(
    tx,
    taken.map(({ id }) => ({ id, stopId })),
    { kind: "collected", at },
  );
  return taken.map(({ code }) => code);
}

/** The cases of a pick-up that were there. Answers the numbers of those that count as received by it. */
async function receiveCases({ actor, tx }: Context, { shipmentId, caseIds }: Fetched, at: Date): Promise<string[]> {
  await tx.execute(sql`
    UPDATE pickup_cases SET collected_at = ${at} WHERE shipment_id = ${shipmentId} AND case_id = ANY(${caseIds}::uuid[])`);
  const waiting = await tx.rows<{ id: string; version: number }>(sql`
    SELECT c.id, c.version FROM cases c JOIN pickup_cases p ON p.case_id = c.id AND p.shipment_id = ${shipmentId}
    WHERE c.id = ANY(${caseIds}::uuid[]) AND c.status = 'submitted'
      AND EXISTS (SELECT FROM workflow_stages w WHERE w.case_id = c.id AND w.stage = 'receiving' AND w.status <> 'completed')
    ORDER BY c.id`);
  // Whoever drives for the lab takes in for the lab; their role needs no right to the receiving desk.
  const inTheLabsName = { ...actor, permissions: new Set([...actor.permissions, "cases.receive" as const]) };
  const numbers: string[] = [];
  for (const { id, version } of waiting)
    numbers.push((await receive({ actor: inTheLabsName, tx }, { caseId: id, version, missing: [] })).number);
  return numbers;
}
