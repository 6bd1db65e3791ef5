import { type StockedItem, seedCounts } from "./stock-counts";
import type { World } from "./world";

type Kept = {
  sku: string;
  name: string;
  category: "materials" | "tools" | "consumables" | "supplies";
  unit: string;
  cost: string;
  reorder: number;
  received: number;
  place: number;
  /** Days from today until a second, smaller lot expires; negative when it has. */
  second?: number;
};

const PLACES = ["Main store", "Milling room", "Furnace room", "Bench 1"];
const STOCK: Kept[] = [
  {
    sku: "ZR-ML-A2-16",
    name: "Zirconia disc, multilayer A2, 16 mm",
    category: "materials",
    unit: "disc",
    cost: "92.00",
    reorder: 4,
    received: 22,
    place: 1,
    second: 24,
  },
  {
    sku: "ZR-FC-W-14",
    name: "Zirconia disc, full contour white, 14 mm",
    category: "materials",
    unit: "disc",
    cost: "64.00",
    reorder: 8,
    received: 18,
    place: 1,
  },
  {
    sku: "LDS-HT-A1",
    name: "Lithium disilicate block HT A1",
    category: "materials",
    unit: "block",
    cost: "17.50",
    reorder: 20,
    received: 90,
    place: 2,
    second: -12,
  },
  {
    sku: "PMMA-A3-20",
    name: "PMMA disc A3, 20 mm",
    category: "materials",
    unit: "disc",
    cost: "21.00",
    reorder: 4,
    received: 9,
    place: 1,
  },
  {
    sku: "CC-98-12",
    name: "Cobalt-chrome disc, 12 mm",
    category: "materials",
    unit: "disc",
    cost: "48.00",
    reorder: 2,
    received: 7,
    place: 1,
  },
  {
    sku: "AC-PINK",
    name: "Acrylic, pink",
    category: "materials",
    unit: "kg",
    cost: "38.00",
    reorder: 2,
    received: 8,
    place: 0,
    second: 7,
  },
  {
    sku: "BUR-2.5",
    name: "Milling bur 2.5 mm",
    category: "tools",
    unit: "piece",
    cost: "29.00",
    reorder: 5,
    received: 24,
    place: 1,
  },
  {
    sku: "GLAZE-SP",
    name: "Glaze spray",
    category: "consumables",
    unit: "can",
    cost: "26.00",
    reorder: 5,
    received: 10,
    place: 3,
  },
  {
    sku: "RES-MODEL",
    name: "Model resin",
    category: "materials",
    unit: "litre",
    cost: "78.00",
    reorder: 2,
    received: 8,
    place: 0,
  },
  {
    sku: "BOX-S",
    name: "Case box, small",
    category: "supplies",
    unit: "piece",
    cost: "0.42",
    reorder: 100,
    received: 600,
    place: 0,
  },
];
type Seller = {
  name: string;
  contact: string;
  email: string;
  days: number;
  marks: [number, number, number, number];
  sells: string[];
  factor: number;
  pack: number;
};
const SUPPLIERS: Seller[] = [
  {
    ...{ name: "Demo Dental Supply", contact: "Orders desk", email: "orders@supply.casepan.test", days: 3 },
    ...{ marks: [5, 4, 4, 5], sells: STOCK.map(({ sku }) => sku), factor: 1, pack: 1 },
  },
  {
    ...{ name: "Milling Materials Direct", contact: "Sales", email: "sales@milling.casepan.test", days: 7 },
    ...{
      marks: [4, 3, 5, 3],
      sells: ["ZR-ML-A2-16", "ZR-FC-W-14", "PMMA-A3-20", "CC-98-12", "BUR-2.5"],
      factor: 0.94,
      pack: 5,
    },
  },
  {
    ...{ name: "Northern Consumables", contact: "Counter", email: "hello@consumables.casepan.test", days: 1 },
    ...{ marks: [3, 5, 3, 4], sells: ["GLAZE-SP", "AC-PINK", "BOX-S", "RES-MODEL"], factor: 1.06, pack: 1 },
  },
];

/** Stock with its ledger: deliveries in, then weekly use, so that the reports have something to turn over; and counts of it. */
export async function seedStock(world: World): Promise<void> {
  const { owner, people } = world;
  const places: string[] = [];
  for (const name of PLACES)
    places.push(await idOf(world, "INSERT INTO stock_locations (name) VALUES ($1) RETURNING id", [name]));
  const suppliers = new Map<string, string>();
  for (const { name, contact, email, days, marks } of SUPPLIERS)
    suppliers.set(
      name,
      await idOf(
        world,
        `INSERT INTO suppliers (name, contact_name, email, phone, lead_time_days, rating_quality, rating_delivery, rating_price, rating_service)
         VALUES ($1, $2, $3, '01632 960456', $4, $5, $6, $7, $8) RETURNING id`,
        [name, contact, email, days, ...marks],
      ),
    );
  const items: StockedItem[] = [];
  for (const [index, kept] of STOCK.entries()) {
    const item = await idOf(
      world,
      `INSERT INTO inventory_items (sku, name, category, unit, supplier_id, reorder_point, unit_cost, location_id, gtin)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
      [
        ...[
          kept.sku,
          kept.name,
          kept.category,
          kept.unit,
          index % 4 === 3 ? null : suppliers.get("Demo Dental Supply"),
        ],
        ...[kept.reorder, kept.cost, places[kept.place], gtinOf(index)],
      ],
    );
    for (const seller of SUPPLIERS.filter(({ sells }) => sells.includes(kept.sku)))
      await owner.query(
        `INSERT INTO supplier_prices (supplier_id, inventory_item_id, order_code, unit_price, pack_size, valid_from)
         VALUES ($1, $2, $3, round($4::numeric * $5::numeric, 2), $6, current_date - 120)`,
        [
          suppliers.get(seller.name),
          item,
          `${seller.name.slice(0, 2).toUpperCase()}-${4100 + index}`,
          kept.cost,
          seller.factor,
          seller.pack,
        ],
      );
    const lotOf = (number: string, expires: number, received: number) =>
      idOf(
        world,
        `INSERT INTO lots (inventory_item_id, number, expires_on, received_on, location_id, supplier_id)
         VALUES ($1, $2, current_date + $3::int, current_date - $4::int, $5, $6) RETURNING id`,
        [item, number, expires, received, places[kept.place], suppliers.get("Demo Dental Supply")],
      );
    const move = (lot: string, type: string, quantity: number, daysAgo: number) =>
      owner.query(
        `INSERT INTO inventory_transactions (inventory_item_id, lot_id, type, quantity, unit_cost, recorded_by_id, occurred_at)
         VALUES ($1, $2, $3, $4, $5, $6, now() - make_interval(days => $7))`,
        [item, lot, type, quantity, kept.cost, people.byRole.staff, daysAgo],
      );
    const lot = await lotOf(`L${world.chance.between(100000, 999999)}`, 540, 45);
    if (kept.second !== undefined) {
      const second = await lotOf(`S${70_000 + index * 137}`, kept.second, 300);
      await move(second, "in", 3, 60);
    }
    await move(lot, "in", kept.received, 45);
    const weekly = Math.max(1, Math.floor(kept.received / 8));
    for (let week = 6; week >= 1; week -= 1) await move(lot, "out", -Math.min(weekly, kept.received), week * 7 - 2);
    items.push({ id: item, lotId: lot, cost: kept.cost, place: kept.place });
  }
  await seedCounts(world, places, items);
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

async function idOf(world: World, statement: string, values: unknown[]): Promise<string> {
  return (await world.owner.query<{ id: string }>(statement, values)).rows[0]?.id as string;
}

/** An invented trade item number with its check digit (GS1 General Specifications, 7.9.1). */
function gtinOf(index: number): string {
  const digits = `0400000000${String(index + 101)}`.slice(-13);
  const sum = [...digits].reduce((all, digit, i) => all + Number(digit) * (i % 2 ? 1 : 3), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
