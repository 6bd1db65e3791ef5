import type { World } from "./world";

const STOCK: [
  sku: string,
  name: string,
  category: string,
  unit: string,
  cost: string,
  reorder: number,
  received: number,
][] = [
  ["ZR-ML-A2-16", "Zirconia disc, multilayer A2, 16 mm", "materials", "disc", "92.00", 4, 22],
  ["ZR-FC-W-14", "Zirconia disc, full contour white, 14 mm", "materials", "disc", "64.00", 4, 18],
  ["LDS-HT-A1", "Lithium disilicate block HT A1", "materials", "block", "17.50", 20, 90],
  ["PMMA-A3-20", "PMMA disc A3, 20 mm", "materials", "disc", "21.00", 3, 9],
  ["CC-98-12", "Cobalt-chrome disc, 12 mm", "materials", "disc", "48.00", 2, 7],
  ["AC-PINK", "Acrylic, pink", "materials", "kg", "38.00", 2, 6],
  ["BUR-2.5", "Milling bur 2.5 mm", "tools", "piece", "29.00", 5, 24],
  ["GLAZE-SP", "Glaze spray", "consumables", "can", "26.00", 3, 10],
  ["RES-MODEL", "Model resin", "materials", "litre", "78.00", 2, 8],
  ["BOX-S", "Case box, small", "supplies", "piece", "0.42", 100, 600],
];

/** Stock with its ledger: one delivery in, then weekly use, so that the reports have something to turn over. */
export async function seedStock(world: World): Promise<void> {
  const { owner, people } = world;
  const supplier = await owner.query<{ id: string }>(
    "INSERT INTO suppliers (name, email, rating_quality, rating_delivery, rating_price, rating_service, lead_time_days) VALUES ('Demo Dental Supply', 'orders@supply.casepan.test', 5, 4, 4, 5, 3) RETURNING id",
  );
  for (const [sku, name, category, unit, cost, reorder, received] of STOCK) {
    const item = await owner.query<{ id: string }>(
      `INSERT INTO inventory_items (sku, name, category, unit, supplier_id, reorder_point, unit_cost) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
      [sku, name, category, unit, supplier.rows[0]?.id, reorder, cost],
    );
    const lot = await owner.query<{ id: string }>(
      "INSERT INTO lots (inventory_item_id, number, expires_on, received_on) VALUES ($1, $2, current_date + 540, current_date - 45) RETURNING id",
      [item.rows[0]?.id, `L${world.chance.between(100000, 999999)}`],
    );
    const move = (type: string, quantity: number, daysAgo: number) =>
      owner.query(
        `INSERT INTO inventory_transactions (inventory_item_id, lot_id, type, quantity, unit_cost, recorded_by_id, occurred_at)
         VALUES ($1, $2, $3, $4, $5, $6, now() - make_interval(days => $7))`,
        [item.rows[0]?.id, lot.rows[0]?.id, type, quantity, cost, people.byRole.staff, daysAgo],
      );
    await move("in", received, 45);
    const weekly = Math.max(1, Math.floor(received / 8));
    for (let week = 6; week >= 1; week -= 1) await move("out", -Math.min(weekly, received), week * 7 - 2);
  }
  await owner.query(
    `INSERT INTO department_equipment (department_id, name, code, status, last_maintained_on, next_maintenance_on)
     SELECT d.id, x.name, x.code, x.status, current_date - 40, current_date + 50
     FROM departments d JOIN jsonb_to_recordset($1) x(dept text, name text, code text, status text) ON x.dept = d.key WHERE d.lab_id = app_lab_id()`,
    [
      JSON.stringify([
        { dept: "cam", name: "Five-axis mill", code: "MILL-1", status: "active" },
        { dept: "cam", name: "Wet mill", code: "MILL-2", status: "maintenance" },
        { dept: "furnace", name: "Sintering furnace", code: "FURN-1", status: "active" },
        { dept: "furnace", name: "Press furnace", code: "FURN-2", status: "active" },
        { dept: "cad", name: "Desktop scanner", code: "SCAN-1", status: "active" },
        { dept: "cad", name: "3D printer", code: "PRNT-1", status: "active" },
      ]),
    ],
  );
}
