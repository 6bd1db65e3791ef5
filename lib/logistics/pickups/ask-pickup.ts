import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { notFound, Refusal } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { addCases, refuseUnfetchable } from "./cases-to-fetch";
import { lockPickups, refusePickupDay } from "./pickup-day";
import type { askPickupForSchema, askPickupSchema } from "./schema";
import { tellPickup } from "./tell-pickup";

/** `merged` when the practice had one open of that day, to which this was added. */
export type Asked = { id: string; number: string; version: number; merged: boolean };
type Wanted = Omit<z.output<typeof askPickupForSchema>, "idempotencyKey">;

/**
 * Asks, as a practice, for a pick-up of its own on a day of the lab's (`YYYY-MM-DD`); one that is open for the same day takes it
 * up. Refuses with `forbidden` without a practice, at `wantedOn` a day on which either is closed (with the next that is not), with
 * `not_found`, `not_submitted`, `already_asked` for its cases.
 */
export function askPickup(context: Context, input: z.output<typeof askPickupSchema>): Promise<Asked> {
  const { practice } = context.actor;
  if (!practice) throw new Refusal("forbidden", "Your account is not linked to a practice.");
  const { idempotencyKey: _key, ...wanted } = input;
  return ask(context, { practiceId: practice.id, ...wanted });
}

/** As `askPickup`, by the front desk for a practice that telephoned. Refuses with `not_found` for a practice that is not the lab's. */
export async function askPickupFor(context: Context, input: z.output<typeof askPickupForSchema>): Promise<Asked> {
  const { idempotencyKey: _key, ...wanted } = input;
  const known = await context.tx.row(sql`SELECT 1 FROM practices WHERE id = ${wanted.practiceId}`);
  if (!known) throw notFound("practice");
  return ask(context, wanted);
}

async function ask(context: Context, wanted: Wanted): Promise<Asked> {
  const { tx } = context;
  await refusePickupDay(context, wanted.practiceId, wanted.wantedOn);
  await lockPickups(tx, wanted.practiceId);
  const open = await tx.withLabRights(() => openPickup(tx, wanted.practiceId, wanted.wantedOn));
  await refuseUnfetchable(tx, wanted.practiceId, wanted.caseIds, open?.id ?? null);
  const asked = open ? await tx.withLabRights(() => addTo(tx, open.id, wanted)) : await add(context, wanted);
  const { id, number, version } = asked;
  await tellPickup(
    context,
    { id, number, practiceId: wanted.practiceId, day: wanted.wantedOn },
    open ? "more" : "asked",
  );
  return { id, number, version, merged: Boolean(open) };
}

/** A pick-up of the practice and day that waits, or is on a route that did not start, locked. Needs the rights of the lab's people. */
export function openPickup(
  tx: Transaction,
  practiceId: string,
  day: string,
  exceptId: string | null = null,
): Promise<{ id: string; number: string } | undefined> {
  return tx.row(sql`
    SELECT s.id, s.number FROM shipments s LEFT JOIN route_stops st ON st.id = s.stop_id LEFT JOIN delivery_routes r ON r.id = st.route_id
    WHERE s.type = 'pickup' AND s.practice_id = ${practiceId} AND s.wanted_on = ${day}::date AND s.id IS DISTINCT FROM ${exceptId}::uuid
      AND (s.status = 'ready' OR s.status = 'scheduled' AND r.status = 'planned')
    ORDER BY s.id LIMIT 1 FOR UPDATE OF s`);
}

type Row = { id: string; number: string; version: number };

async function addTo(tx: Transaction, id: string, { parcels, note, caseIds }: Wanted): Promise<Row> {
  await addCases(tx, id, caseIds);
  const row = await tx.row<Row>(sql`
    UPDATE shipments SET parcels_expected = least(99, coalesce(parcels_expected, 0) + ${parcels}::int),
      note = left(concat_ws(E'\n', note, ${note}::text), 2000) WHERE id = ${id} RETURNING id, number, version`);
  return row as Row;
}

/** With the actor's own rights: what a practice may not write, the database refuses. */
async function add({ actor, tx }: Context, { practiceId, wantedOn, parcels, note, caseIds }: Wanted): Promise<Row> {
  const row = await tx.row<Row>(sql`
    INSERT INTO shipments (number, type, practice_id, wanted_on, note, requested_by_id, parcels_expected)
    VALUES (next_number('shipment'), 'pickup', ${practiceId}, ${wantedOn}, ${note}, ${actor.userId}, ${parcels}) RETURNING id, number, version`);
  const { id } = row as Row;
  await tx.execute(sql`
    INSERT INTO pickup_cases (shipment_id, case_id) SELECT ${id}, case_id FROM unnest(${[...new Set(caseIds)]}::uuid[]) case_id`);
  return row as Row;
}
