import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import type { Context } from "@/lib/access/action";
import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { asRefusal } from "@/lib/db/refusals";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { moveStock } from "./ledger/move-stock";

/** For tests: what a refused promise is refused with, "done" when it is not. */
export const reasonOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (thrown: unknown) => asRefusal(thrown)?.reason ?? thrown,
  );

/** For tests: a lab with a store, and the steps that lead up to the one being tested. */
export class Store {
  private constructor(
    readonly owner: PoolClient,
    readonly lab: BuiltLab,
    readonly locationId: string,
  ) {}

  static async open(owner: PoolClient, timeZone?: string): Promise<Store> {
    const lab = await buildLab(owner, timeZone);
    await owner.query("SELECT set_config('app.lab_id', $1, false)", [lab.id]);
    const place = await owner.query("INSERT INTO stock_locations (name) VALUES ('Store A') RETURNING id");
    return new Store(owner, lab, place.rows[0].id);
  }

  as = <T>(actor: Actor, work: (context: Context) => Promise<T>) => asActor(actor, (tx) => work({ actor, tx }));
  staff = <T>(work: (context: Context) => Promise<T>) => this.as(this.lab.actors.staff, work);
  manager = <T>(work: (context: Context) => Promise<T>) => this.as(this.lab.actors.manager, work);

  /** The first row of a statement of the owner's, within the lab. */
  async one<T extends Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T> {
    return (await this.owner.query(text, values)).rows[0] as T;
  }

  /** An item with nothing of it there. */
  async item(reorderPoint = "0", unitCost = "10.00"): Promise<string> {
    const name = `Disc ${randomUUID().slice(0, 8)}`;
    const row = await this.one<{ id: string }>(
      `INSERT INTO inventory_items (sku, name, category, unit, reorder_point, unit_cost, location_id) VALUES ($1, $1, 'materials', 'disc', $2, $3, $4) RETURNING id`,
      [name, reorderPoint, unitCost, this.locationId],
    );
    return row.id;
  }

  /** A lot of an item with so much in it, received at a cost. */
  async lot(itemId: string, quantity: string, unitCost = "10.00", expiresOn: string | null = null): Promise<string> {
    const row = await this.one<{ id: string }>(
      "INSERT INTO lots (inventory_item_id, number, expires_on, location_id) VALUES ($1, $2, $3, $4) RETURNING id",
      [itemId, `L${randomUUID().slice(0, 6)}`, expiresOn, this.locationId],
    );
    if (Number(quantity) > 0)
      await this.staff((context) => moveStock(context, { itemId, lotId: row.id, type: "in", quantity, unitCost }));
    return row.id;
  }

  /** What the database keeps beside the ledger, and what the ledger itself adds up to. */
  async books(itemId: string): Promise<{ onHand: string; value: string; ledger: string; worth: string; lots: string }> {
    return this.one(
      `SELECT trim_scale(i.on_hand)::text AS "onHand", trim_scale(i.value)::text AS value,
        (SELECT trim_scale(coalesce(sum(quantity), 0))::text FROM inventory_transactions WHERE inventory_item_id = i.id) AS ledger,
        (SELECT trim_scale(coalesce(sum(quantity * unit_cost), 0))::text FROM inventory_transactions WHERE inventory_item_id = i.id) AS worth,
        (SELECT trim_scale(coalesce(sum(on_hand * unit_cost), 0))::text FROM lots WHERE inventory_item_id = i.id) AS lots
       FROM inventory_items i WHERE i.id = $1`,
      [itemId],
    );
  }
}
