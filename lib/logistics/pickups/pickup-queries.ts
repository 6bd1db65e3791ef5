import { emptySql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { ShipmentStatus } from "../vocabulary";

const PAGE = 20;

export type OwnPickup = {
  id: string;
  number: string;
  version: number;
  status: ShipmentStatus;
  /** Day of the lab. */
  wantedOn: string;
  parcels: number;
  note: string | null;
  createdAt: Date;
  cases: { id: string; number: string; patient: string }[];
  /** When the driver is thought to be there; null while it is on no route. */
  expectedAt: Date | null;
};
/** Day and id of the row to go on from. */
export type PickupKey = [wantedOn: string, id: string];

/** A page of at most 20 pick-ups of the acting practice, the latest day first. */
export async function ownPickups(
  tx: Transaction,
  after: PickupKey | null,
): Promise<{ rows: OwnPickup[]; hasMore: boolean }> {
  const found = await tx.rows<Omit<OwnPickup, "expectedAt">>(sql`
    SELECT s.id, s.number, s.version, s.status, s.wanted_on AS "wantedOn", coalesce(s.parcels_expected, 1) AS parcels, s.note, s.created_at AS "createdAt",
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', c.id, 'number', c.number, 'patient', p.reference) ORDER BY c.number)
        FROM pickup_cases pc JOIN cases c ON c.id = pc.case_id JOIN patients p ON p.id = c.patient_id WHERE pc.shipment_id = s.id), '[]') AS cases
    FROM shipments s WHERE s.type = 'pickup' AND s.wanted_on IS NOT NULL
      ${after ? sql`AND s.wanted_on <= ${after[0]}::date AND (s.wanted_on < ${after[0]}::date OR s.id < ${after[1]}::uuid)` : emptySql}
    ORDER BY s.wanted_on DESC, s.id DESC LIMIT ${PAGE + 1}`);
  const rows = found.slice(0, PAGE);
  const expected = await expectedOf(
    tx,
    rows.map((row) => row.id),
  );
  return {
    rows: rows.map((row) => ({ ...row, expectedAt: expected.get(row.id) ?? null })),
    hasMore: found.length > PAGE,
  };
}

/** When the driver is thought to be at the stop of each pick-up: of shipments that the actor was found to see, since a practice sees no routes. */
async function expectedOf(tx: Transaction, ids: string[]): Promise<Map<string, Date>> {
  const rows = await tx.withLabRights(() =>
    tx.rows<{ id: string; at: Date }>(sql`
      SELECT s.id, st.expected_at AS at FROM shipments s JOIN route_stops st ON st.id = s.stop_id
      WHERE s.id = ANY(${ids}::uuid[]) AND s.status = 'scheduled' AND st.expected_at IS NOT NULL`),
  );
  return new Map(rows.map(({ id, at }) => [id, at]));
}
