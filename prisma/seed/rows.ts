import type { ClientBase } from "pg";

export type Row = Record<string, unknown>;

/** Parents before children. */
const ORDER = [
  "patients",
  "pans",
  "cases",
  "case_items",
  "case_item_teeth",
  "remakes",
  "remake_items",
  "holds",
  "workflow_stages",
  "stage_time_entries",
  "delivery_routes",
  "route_stops",
  "stop_proofs",
  "shipments",
  "parcels",
  "parcel_events",
  "shipment_items",
  "case_notes",
  "case_events",
];

/** Rows on their way into tables; until they are put in, whoever added one may still change it. */
export class Rows {
  private readonly tables = new Map<string, Row[]>();

  add(table: string, row: Row): void {
    const rows = this.tables.get(table) ?? [];
    rows.push(row);
    this.tables.set(table, rows);
  }

  /** Inserts what was collected, in batches; every row of a table must have the same columns. */
  async insert(owner: ClientBase): Promise<void> {
    for (const table of ORDER) {
      const rows = this.tables.get(table);
      if (!rows) continue;
      const columns = Object.keys(rows[0] as Row).join(", ");
      for (let start = 0; start < rows.length; start += 2000) {
        await owner.query(
          `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1)`,
          [JSON.stringify(rows.slice(start, start + 2000))],
        );
      }
    }
    this.tables.clear();
  }
}
