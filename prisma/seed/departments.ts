import type { World } from "./world";

const BUDGETS: Record<string, [before: number, now: number]> = {
  front_desk: [280, 300],
  cad: [2200, 2400],
  cam: [3400, 3100],
  furnace: [2000, 2200],
  quality: [400, 420],
};

const PLANS: [code: string, name: string, every: number, unit: string, daysAgo: number, instructions: string][] = [
  ["MILL-1", "Change coolant and filter", 2, "weeks", 20, "Drain, clean the basin, fill 18 l, new filter."],
  ["MILL-1", "Spindle check", 6, "months", 120, "Run-out below 5 µm; otherwise call the maker."],
  ["MILL-2", "Change coolant and filter", 2, "weeks", 9, "Drain, clean the basin, fill 12 l, new filter."],
  [
    "FURN-1",
    "Temperature check with a control ring",
    4,
    "weeks",
    25,
    "Ring in the middle of the tray, note the shrinkage.",
  ],
  ["FURN-1", "Change heating elements", 400, "run_hours", 44, "Let it cool below 60 °C, all four elements."],
  ["FURN-2", "Clean the vacuum pump", 3, "months", 40, "Oil up to the mark."],
  ["SCAN-1", "Calibration", 1, "months", 22, "With the plate of its own number."],
  ["PRNT-1", "Change the resin tank film", 60, "cycles", 30, "Check for scratches, level the platform."],
];

const LOG: [
  code: string,
  plan: string | null,
  daysAgo: number,
  what: string,
  by: string,
  parts: string | null,
  cost: string,
][] = [
  [
    "MILL-1",
    "Change coolant and filter",
    20,
    "Coolant and filter changed",
    "In house",
    "Filter F-18, 18 l coolant",
    "84.50",
  ],
  [
    "MILL-2",
    "Change coolant and filter",
    9,
    "Coolant changed, pump replaced",
    "Demo Mill Service",
    "Coolant pump",
    "412.00",
  ],
  [
    "FURN-1",
    "Temperature check with a control ring",
    25,
    "Control ring within tolerance",
    "In house",
    "2 control rings",
    "18.00",
  ],
  [
    "FURN-1",
    "Change heating elements",
    44,
    "All four elements changed",
    "Demo Furnace Service",
    "4 heating elements",
    "640.00",
  ],
  ["SCAN-1", "Calibration", 22, "Calibrated, 4 µm", "In house", null, "0.00"],
];

/** Budgets, the particulars and maintenance of machines (a plan overdue), a maintenance planned for next week, and two reviews. */
export async function seedDepartments(world: World): Promise<void> {
  const { owner, labId, people } = world;
  const now = world.clock.now.toISO();
  const by = people.byRole.manager;
  await owner.query("SELECT set_config('app.lab_id', $1, true)", [labId]);
  for (const [key, [before, after]] of Object.entries(BUDGETS)) {
    await owner.query(
      `INSERT INTO department_budgets (department_id, valid_from, amount, set_by_id)
       SELECT id, (date_trunc('month', $2::timestamptz) - interval '11 months')::date, $3::numeric, $4::uuid FROM departments WHERE lab_id = app_lab_id() AND key = $1`,
      [key, now, before, by],
    );
    await owner.query(
      "UPDATE departments SET monthly_budget = $2, head_id = $3 WHERE lab_id = app_lab_id() AND key = $1",
      [
        key,
        after,
        key === "front_desk" ? people.byRole.staff : (people.technicianIds[Object.keys(BUDGETS).indexOf(key)] ?? by),
      ],
    );
  }
  await owner.query(
    "UPDATE staff_hourly_costs SET valid_from = ($1::timestamptz - interval '2 years')::date WHERE lab_id = app_lab_id()",
    [now],
  );
  await owner.query(
    `UPDATE inventory_transactions t SET department_id = d.id FROM inventory_items i, departments d
     WHERE t.lab_id = app_lab_id() AND t.department_id IS NULL AND t.type = 'out' AND i.id = t.inventory_item_id AND d.lab_id = t.lab_id
       AND d.key = CASE WHEN i.sku LIKE 'BOX%' THEN 'front_desk' WHEN i.sku LIKE 'GLAZE%' THEN 'furnace' WHEN i.sku LIKE 'RES%' THEN 'cad' ELSE 'cam' END`,
  );
  await owner.query(
    `UPDATE department_equipment e SET manufacturer = x.maker, serial_number = x.serial, purchased_on = $2::timestamptz::date - x.days, purchase_price = x.price,
       supplier = 'Demo Dental Supply', warranty_until = $2::timestamptz::date - x.days + 1095
     FROM jsonb_to_recordset($1) x(code text, maker text, serial text, days int, price numeric) WHERE e.lab_id = app_lab_id() AND e.code = x.code`,
    [
      JSON.stringify([
        { code: "MILL-1", maker: "Demo Mills", serial: "DM5-20419", days: 820, price: 48500 },
        { code: "MILL-2", maker: "Demo Mills", serial: "DW4-11872", days: 1290, price: 27400 },
        { code: "FURN-1", maker: "Demo Furnaces", serial: "SF-3381", days: 640, price: 9800 },
        { code: "FURN-2", maker: "Demo Furnaces", serial: "PF-1120", days: 1490, price: 6400 },
        { code: "SCAN-1", maker: "Demo Optics", serial: "LX-88213", days: 410, price: 11900 },
        { code: "PRNT-1", maker: "Demo Print", serial: "P2-5520", days: 300, price: 5200 },
      ]),
      now,
    ],
  );
  for (const [code, name, every, unit, daysAgo, instructions] of PLANS)
    await owner.query(
      `INSERT INTO maintenance_plans (equipment_id, name, instructions, every, unit, counts_from)
       SELECT id, $2, $3, $4, $5, $6::timestamptz::date - $7::int FROM department_equipment WHERE lab_id = app_lab_id() AND code = $1`,
      [code, name, instructions, every, unit, now, daysAgo],
    );
  for (const [code, plan, daysAgo, what, doneBy, parts, cost] of LOG)
    await owner.query(
      `INSERT INTO maintenance_log (equipment_id, maintenance_plan_id, department_id, done_on, what, done_by, parts, cost, recorded_by_id)
       SELECT e.id, (SELECT p.id FROM maintenance_plans p WHERE p.lab_id = e.lab_id AND p.equipment_id = e.id AND p.name = $2), e.department_id,
         $3::timestamptz::date - $4::int, $5, $6, $7, $8::numeric, $9::uuid FROM department_equipment e WHERE e.lab_id = app_lab_id() AND e.code = $1`,
      [code, plan, now, daysAgo, what, doneBy, parts, cost, by],
    );
  await owner.query(
    `INSERT INTO equipment_downtimes (equipment_id, started_at, ended_at, planned, note, maintenance_plan_id, reported_by_id)
     SELECT e.id, x.from, x.from + interval '5 hours', true, p.name, p.id, $2
     FROM department_equipment e JOIN maintenance_plans p ON p.equipment_id = e.id AND p.name = 'Spindle check',
       LATERAL (SELECT date_trunc('week', $1::timestamptz) + interval '8 days 9 hours' AS from) x
     WHERE e.lab_id = app_lab_id() AND e.code = 'MILL-1'`,
    [now, by],
  );
  await owner.query(
    `INSERT INTO equipment_downtimes (equipment_id, started_at, ended_at, note, reported_by_id, ended_by_id)
     SELECT e.id, $1::timestamptz - make_interval(days => x.days), $1::timestamptz - make_interval(days => x.days) + make_interval(hours => x.hours), x.note, $2, $2
     FROM department_equipment e JOIN (VALUES ('MILL-1', 33, 4, 'Tool changer stuck'), ('FURN-1', 18, 7, 'Door sensor'), ('PRNT-1', 26, 3, 'Build plate')) x(code, days, hours, note)
       ON x.code = e.code WHERE e.lab_id = app_lab_id()`,
    [now, people.byRole.technician],
  );
  await owner.query(
    "UPDATE department_equipment SET created_at = purchased_on WHERE lab_id = app_lab_id() AND purchased_on IS NOT NULL",
  );
  await seedReviews(world);
}

async function seedReviews({ owner, people, clock }: World): Promise<void> {
  const now = clock.now.toISO();
  const reviews: [userId: string | undefined, status: "draft" | "shared", comments: string][] = [
    [
      people.byRole.technician,
      "shared",
      "Careful work and a great help to new colleagues. Fewer interruptions would make the days calmer.",
    ],
    [
      people.technicianIds[1],
      "draft",
      "First thoughts: designs are quick and clean; the handover notes could say more.",
    ],
  ];
  for (const [userId, status, comments] of reviews) {
    if (!userId) continue;
    const made = await owner.query<{ id: string }>(
      `INSERT INTO performance_reviews (staff_profile_id, reviewer_id, period_start, period_end, due_on, status, shared_at, rating, comments)
       SELECT p.id, $2, (date_trunc('month', $3::timestamptz) - interval '3 months')::date, ($3::timestamptz)::date - 1, ($3::timestamptz)::date + 10, $4::text,
         CASE WHEN $4::text = 'shared' THEN $3::timestamptz - interval '2 days' END, 4.2, $5
       FROM staff_profiles p WHERE p.lab_id = app_lab_id() AND p.user_id = $1 RETURNING id`,
      [userId, people.byRole.manager, now, status, comments],
    );
    const id = made.rows[0]?.id;
    await owner.query(
      `INSERT INTO review_goals (review_id, title, measure, due_on, progress)
       SELECT $1, g.title, g.measure, $2::timestamptz::date + 90, g.progress FROM (VALUES
         ('Fewer designs sent back', 'Less than 3 of 100 in a month', 60), ('Learn the new implant workflow', 'Course passed, five cases alone', 25)) g(title, measure, progress)`,
      [id, now],
    );
    await owner.query(
      `INSERT INTO review_ratings (review_id, criterion, rating) SELECT $1, r.criterion, r.rating FROM (VALUES
         ('quality', 5), ('speed', 4), ('skills', 4), ('teamwork', 5), ('order', 3)) r(criterion, rating)`,
      [id],
    );
  }
}
