import { idAt, type World } from "./world";

const CARRIERS = [
  ["Meridian Parcels", "0800 555 0142", "https://track.meridian.example/parcel/{tracking}"],
  ["Swift & Sons Couriers", "0800 555 0177", null],
] as const;

type Waiting = { id: string; caseId: string; practiceId: string };

/**
 * Parcel services and what goes with them: a shipment of two parcels that is ready, one that a parcel service has with its tracking
 * number, and a pick-up that the dentist's practice asked for. They come from what the dentist's other practice waits for, finished now.
 */
export async function seedParcels(world: World): Promise<void> {
  const { owner, people, clock } = world;
  await owner.query(
    "INSERT INTO carriers (name, phone, tracking_url) SELECT x->>0, x->>1, x->>2 FROM jsonb_array_elements($1::jsonb) x",
    [JSON.stringify(CARRIERS)],
  );
  const carrier = await owner.query<{ id: string }>(
    "SELECT id FROM carriers WHERE lab_id = app_lab_id() AND name = $1",
    [CARRIERS[0][0]],
  );
  const carrierId = carrier.rows[0]?.id as string;
  const waiting = await finishMore(world);
  const [practiceId] = [...new Set(waiting.map((item) => item.practiceId))];
  if (practiceId)
    await owner.query("UPDATE practices SET delivery_method = 'carrier', carrier_id = $2 WHERE id = $1", [
      practiceId,
      carrierId,
    ]);
  const [first, second, third] = waiting;
  if (first) await ship(world, [first], carrierId, `MP${clock.now.toFormat("yyMMdd")}4471GB`);
  if (second && third) await ship(world, [second, third], carrierId, null);
  await askPickup(world, people.byRole.dentist);
}

/** Items of a practice but the dentist's first one, furthest on in the lab, which pass what they stood at and wait to be packed. */
async function finishMore({ owner, labId, people, clock }: World): Promise<Waiting[]> {
  const found = await owner.query<Waiting>(
    `WITH open AS (
       SELECT i.id, i.case_id, c.practice_id, w.id AS stage_id, c.number,
         array_position(ARRAY['impression_scan', 'design', 'milling', 'sintering', 'quality_control'], w.stage::text) AS far
       FROM case_items i JOIN cases c ON c.id = i.case_id JOIN workflow_stages w ON w.item_id = i.id AND w.status <> 'completed'
       WHERE i.lab_id = $1 AND i.status = 'in_production' AND w.stage NOT IN ('receiving', 'sintering') AND w.status = 'pending' AND c.practice_id <> $2
         AND NOT EXISTS (SELECT FROM holds h WHERE h.case_id = c.id AND h.released_at IS NULL)
         AND NOT EXISTS (SELECT FROM batch_items b WHERE b.workflow_stage_id = w.id))
     SELECT id, case_id AS "caseId", practice_id AS "practiceId" FROM open
     WHERE practice_id = (SELECT practice_id FROM open GROUP BY practice_id ORDER BY count(*) DESC, practice_id LIMIT 1)
     ORDER BY far DESC NULLS LAST, number LIMIT 3`,
    [labId, people.practices[0]?.id],
  );
  const at = clock.now.minus({ hours: 3 }).toISO();
  for (const { id, caseId } of found.rows) {
    await owner.query(
      `UPDATE workflow_stages SET status = 'completed', outcome = 'passed', started_at = greatest(queued_at, $2), completed_at = greatest(queued_at, $2),
         completed_by_id = $3 WHERE item_id = $1 AND status <> 'completed'`,
      [id, at, people.byRole.technician],
    );
    await owner.query("INSERT INTO workflow_stages (case_id, item_id, stage) VALUES ($1, $2, 'delivery')", [
      caseId,
      id,
    ]);
    await owner.query(
      "UPDATE case_items SET status = 'finished', stage = 'delivery', finished_at = now() WHERE id = $1",
      [id],
    );
    await owner.query(
      `UPDATE cases SET status = (SELECT (ARRAY['submitted', 'received', 'designing', 'milling', 'processing', 'qc', 'ready'])[min(array_position(
         ARRAY['receiving', 'impression_scan', 'design', 'milling', 'sintering', 'quality_control', 'delivery'], i.stage::text))]
         FROM case_items i WHERE i.case_id = $1 AND i.status <> 'cancelled') WHERE id = $1`,
      [caseId],
    );
  }
  return found.rows;
}

/** A shipment with a parcel for each item; with a tracking number it was handed over two hours ago. */
async function ship(world: World, items: Waiting[], carrierId: string, tracking: string | null): Promise<void> {
  const { owner, chance, clock, people } = world;
  const packedAt = clock.now.minus({ hours: 2, minutes: 30 });
  const goneAt = tracking ? clock.now.minus({ hours: 2 }).toISO() : null;
  const id = idAt(packedAt, chance);
  const made = await owner.query<{ number: string }>(
    `INSERT INTO shipments (id, number, practice_id, case_id, method, carrier_id, status, shipped_at, created_at)
     VALUES ($1, next_number('shipment'), $2, $3, 'carrier', $4, $5, $6, $7) RETURNING number`,
    [
      id,
      items[0]?.practiceId,
      items.length === 1 ? items[0]?.caseId : null,
      carrierId,
      tracking ? "in_transit" : "ready",
      goneAt,
      packedAt.toISO(),
    ],
  );
  const number = made.rows[0]?.number;
  for (const [i, item] of items.entries()) {
    const parcelId = idAt(packedAt, chance);
    await owner.query(
      "INSERT INTO parcels (id, shipment_id, position, code, tracking_number, created_at) VALUES ($1, $2, $3, $4, $5, $6)",
      [parcelId, id, i + 1, `${number}-${i + 1}`, tracking, packedAt.toISO()],
    );
    await owner.query("INSERT INTO shipment_items (shipment_id, parcel_id, case_item_id) VALUES ($1, $2, $3)", [
      id,
      parcelId,
      item.id,
    ]);
    await owner.query(
      `INSERT INTO parcel_events (parcel_id, kind, person_id, note, happened_at)
       SELECT $1, x.kind, $2, x.note, x.at FROM (VALUES ('packed', NULL, $3::timestamptz), ('handed_over', $5, $4::timestamptz)) x(kind, note, at) WHERE x.at IS NOT NULL`,
      [parcelId, people.byRole.staff, packedAt.toISO(), goneAt, CARRIERS[0][0]],
    );
    await owner.query("UPDATE case_items SET status = 'shipped' WHERE id = $1", [item.id]);
    await owner.query(
      `INSERT INTO case_events (case_id, kind, audience, data, actor_id, actor_name, occurred_at)
       SELECT $1, x.kind, x.audience, x.data, $2, $3, x.at FROM (VALUES ('shipment_made', 'internal', jsonb_build_object('number', $4::text, 'items', 1), $5::timestamptz),
         ('out_for_delivery', 'shared', jsonb_build_object('number', $4::text, 'carrier', $7::text, 'tracking', $8::text), $6::timestamptz)) x(kind, audience, data, at) WHERE x.at IS NOT NULL`,
      [
        item.caseId,
        people.byRole.staff,
        people.names.get(people.byRole.staff),
        number,
        packedAt.toISO(),
        goneAt,
        CARRIERS[0][0],
        tracking,
      ],
    );
  }
}

/** The dentist's practice asks for a pick-up of what it submitted, on the next day on which the lab works. */
async function askPickup({ owner, labId, people, clock }: World, dentistId: string): Promise<void> {
  const practice = people.practices[0];
  if (!practice) return;
  const asked = await owner.query<{ id: string }>(
    `INSERT INTO shipments (number, type, practice_id, wanted_on, note, requested_by_id, parcels_expected)
     VALUES (next_number('shipment'), 'pickup', $1, $2, 'At the side door, please', $3, 2) RETURNING id`,
    [practice.id, clock.workingDay(clock.now, 1).toISODate(), dentistId],
  );
  await owner.query(
    `INSERT INTO pickup_cases (shipment_id, case_id) SELECT $1, c.id FROM cases c WHERE c.lab_id = $2 AND c.practice_id = $3 AND c.status = 'submitted'
       AND NOT EXISTS (SELECT FROM pickup_cases p WHERE p.case_id = c.id) ORDER BY c.submitted_at LIMIT 1`,
    [asked.rows[0]?.id, labId, practice.id],
  );
}
