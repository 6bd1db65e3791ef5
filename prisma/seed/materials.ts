import type { World } from "./world";

/** Which stock items stand in which group of the bills, and for which shade alone. */
const MEMBERS: [group: string, sku: string, shade: string | null][] = [
  ["Zirconia disc", "ZR-ML-A2-16", "A2"],
  ["Zirconia disc", "ZR-FC-W-14", null],
  ["Lithium disilicate block", "LDS-HT-A1", null],
  ["PMMA disc", "PMMA-A3-20", null],
  ["Cobalt-chrome disc", "CC-98-12", null],
  ["Denture acrylic", "AC-PINK", null],
  ["Model resin", "RES-MODEL", null],
  ["Glaze", "GLAZE-SP", null],
  ["Case box", "BOX-S", null],
];
/** A lot that came in for the story of a recall, and what was made of it. */
const RECALLED = { number: "ZR-2207-B", quantity: 6, cases: 5 };
const REASON = "The maker found fine cracks after sintering in discs of this lot.";

/**
 * Materials at the bench: the groups of the bills with what is in them, what completed stages took, a lot that was recalled with the
 * notices of its practices, what the books were short of, and the jobs that issue the statements of finished cases. Comes after the cases
 * and the stock are in their tables.
 */
export async function seedMaterials(world: World): Promise<void> {
  const { owner } = world;
  for (const [group, sku, shade] of MEMBERS)
    await owner.query(
      `INSERT INTO stock_group_items (group_id, inventory_item_id, shade)
       SELECT g.id, i.id, $3 FROM stock_groups g JOIN inventory_items i ON i.lab_id = g.lab_id AND i.unit = g.unit
       WHERE g.lab_id = app_lab_id() AND g.name = $1 AND i.sku = $2`,
      [group, sku, shade],
    );
  await seedRecall(world);
  await seedUses(world);
  await seedShort(world);
  await owner.query(
    `INSERT INTO outbox (lab_id, topic, payload)
     SELECT app_lab_id(), 'issue_statement', jsonb_build_object('labId', app_lab_id(), 'caseId', c.id) FROM (
       SELECT DISTINCT i.case_id AS id FROM case_items i WHERE i.lab_id = app_lab_id() AND i.status IN ('finished', 'shipped', 'delivered')
         AND i.finished_at > now() - interval '14 days') c`,
  );
}

/** What the stages of the last weeks took, from the lot that had most of it, while a fifth of that is left. */
async function seedUses({ owner }: World): Promise<void> {
  await owner.query(`
    WITH done AS (
      SELECT w.id AS stage_id, w.item_id, w.department_id, w.completed_at, w.completed_by_id, b.quantity * CASE b.per WHEN 'unit' THEN i.units ELSE 1 END AS quantity,
        (SELECT l.id FROM stock_group_items m JOIN lots l ON l.inventory_item_id = m.inventory_item_id
          WHERE m.group_id = b.group_id AND (m.shade IS NULL OR m.shade = i.shade) AND (l.expires_on IS NULL OR l.expires_on > current_date)
            AND NOT EXISTS (SELECT FROM lot_recalls r WHERE r.lot_id = l.id)
          ORDER BY m.shade NULLS LAST, l.on_hand DESC, l.id LIMIT 1) AS lot_id
      FROM workflow_stages w JOIN case_items i ON i.id = w.item_id
        JOIN bill_lines b ON b.lab_id = w.lab_id AND b.procedure_type = i.procedure_type AND b.stage = w.stage AND (b.material IS NULL OR b.material = i.material)
      WHERE w.lab_id = app_lab_id() AND w.outcome = 'passed' AND w.completed_at > now() - interval '40 days'
        AND NOT EXISTS (SELECT FROM inventory_transactions t WHERE t.lab_id = w.lab_id AND t.stage_id = w.id)
    ), counted AS (
      SELECT d.*, sum(d.quantity) OVER (PARTITION BY d.lot_id ORDER BY d.completed_at, d.stage_id) AS so_far FROM done d WHERE d.lot_id IS NOT NULL
    )
    INSERT INTO inventory_transactions (inventory_item_id, lot_id, case_item_id, stage_id, department_id, type, quantity, recorded_by_id, occurred_at)
    SELECT l.inventory_item_id, l.id, c.item_id, c.stage_id, c.department_id, 'out', -c.quantity, c.completed_by_id, c.completed_at
    FROM counted c JOIN lots l ON l.id = c.lot_id WHERE c.so_far <= l.on_hand * 0.8 ORDER BY c.completed_at`);
}

/** A lot of white zirconia that went into a few cases, the demonstration's own practice among them, and was recalled. */
async function seedRecall({ owner, people }: World): Promise<void> {
  const { manager, staff, dentist } = people.byRole;
  const lot = await owner.query<{ id: string; item: string; name: string }>(
    `INSERT INTO lots (inventory_item_id, number, expires_on, received_on)
     SELECT id, $1, current_date + 400, current_date - 40 FROM inventory_items WHERE lab_id = app_lab_id() AND sku = 'ZR-FC-W-14'
     RETURNING id, inventory_item_id AS item, (SELECT name FROM inventory_items i WHERE i.id = inventory_item_id) AS name`,
    [RECALLED.number],
  );
  const made = lot.rows[0];
  if (!made) return;
  await owner.query(
    `INSERT INTO inventory_transactions (inventory_item_id, lot_id, type, quantity, recorded_by_id, occurred_at)
     VALUES ($1, $2, 'in', $3, $4, now() - interval '40 days')`,
    [made.item, made.id, RECALLED.quantity, staff],
  );
  await owner.query(
    `INSERT INTO inventory_transactions (inventory_item_id, lot_id, case_item_id, stage_id, department_id, type, quantity, recorded_by_id, occurred_at)
     SELECT $1, $2, w.item_id, w.id, w.department_id, 'out', -0.04 * i.units, w.completed_by_id, w.completed_at
     FROM workflow_stages w JOIN case_items i ON i.id = w.item_id JOIN cases c ON c.id = i.case_id
     WHERE w.lab_id = app_lab_id() AND w.stage = 'milling' AND w.outcome = 'passed' AND i.material LIKE 'zirconia%'
     ORDER BY c.practice_id IN (SELECT practice_id FROM practice_members WHERE lab_id = app_lab_id() AND user_id = $3) DESC, w.completed_at DESC LIMIT $4`,
    [made.item, made.id, dentist, RECALLED.cases],
  );
  const recall = await owner.query<{ id: string }>(
    `INSERT INTO lot_recalls (lot_id, reason, reference, advice, recalled_at, recalled_by_id)
     VALUES ($1, $2, 'FSN-2026-017', 'Do not cement. Send back what is not seated yet.', now() - interval '1 day', $3) RETURNING id`,
    [made.id, REASON, manager],
  );
  await owner.query(
    `INSERT INTO recall_notices (recall_id, practice_id, told, told_at)
     SELECT $1, c.practice_id, jsonb_build_object('lot', $3::text, 'material', $4::text, 'supplier', NULL, 'reason', $5::text, 'reference', 'FSN-2026-017',
         'advice', 'Do not cement. Send back what is not seated yet.',
         'cases', jsonb_agg(c.said ORDER BY c.number)), now() - interval '1 day'
     FROM (SELECT c.practice_id, c.number, jsonb_build_object('caseId', c.id, 'number', c.number, 'patient', p.reference, 'dentist', d.full_name,
         'items', jsonb_agg(DISTINCT initcap(replace(i.procedure_type, '_', ' ')) || coalesce(' ' || (SELECT string_agg(t.tooth::text, ', ' ORDER BY t.tooth)
           FROM case_item_teeth t WHERE t.item_id = i.id), ''))) AS said
       FROM inventory_transactions m JOIN case_items i ON i.id = m.case_item_id JOIN cases c ON c.id = i.case_id
         JOIN patients p ON p.id = c.patient_id JOIN dentist_profiles d ON d.id = c.dentist_id
       WHERE m.lot_id = $2 AND m.type = 'out' GROUP BY c.practice_id, c.id, c.number, p.reference, d.full_name) c
     GROUP BY c.practice_id`,
    [recall.rows[0]?.id, made.id, RECALLED.number, made.name, REASON],
  );
}

/** The bench used more glaze than the books had: the newest completed stages. */
async function seedShort({ owner }: World): Promise<void> {
  await owner.query(
    `INSERT INTO stock_shortfalls (workflow_stage_id, case_item_id, bill_line_id, inventory_item_id, missing, recorded_by_id, created_at)
     SELECT w.id, w.item_id, b.id, (SELECT m.inventory_item_id FROM stock_group_items m WHERE m.group_id = b.group_id LIMIT 1), b.quantity, w.completed_by_id, w.completed_at
     FROM workflow_stages w JOIN case_items i ON i.id = w.item_id
       JOIN bill_lines b ON b.lab_id = w.lab_id AND b.procedure_type = i.procedure_type AND b.stage = w.stage AND b.material IS NULL
     WHERE w.lab_id = app_lab_id() AND w.outcome = 'passed' AND w.stage = 'sintering' ORDER BY w.completed_at DESC LIMIT 3`,
  );
}
