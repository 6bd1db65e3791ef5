import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import type { Context } from "@/lib/access/action";
import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { asRefusal } from "@/lib/db/refusals";
import { labToday } from "@/lib/labs/today";
import { type BuiltCase, type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { makeShipment } from "./make-shipment";
import { planRoute } from "./plan-route";
import { putOnRoute } from "./put-on-route";
import { startRoute } from "./start-route";

/** For tests: what a refused promise is refused with, "done" when it is not. */
export const reasonOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (thrown: unknown) => asRefusal(thrown)?.reason ?? thrown,
  );

export const as = <T>(actor: Actor, work: (context: Context) => Promise<T>) =>
  asActor(actor, (tx) => work({ actor, tx }));

/** One crown to be made. */
export const crown = (tooth: number) => ({
  procedureType: "crowns" as const,
  material: "zirconia_full" as const,
  teeth: [tooth],
});

/** For tests: a lab that ships, and the steps that lead up to the one being tested. */
export class Dispatch {
  private constructor(
    readonly owner: PoolClient,
    readonly lab: BuiltLab,
  ) {}

  static async open(owner: PoolClient): Promise<Dispatch> {
    return new Dispatch(owner, await buildLab(owner));
  }

  staff = <T>(work: (context: Context) => Promise<T>) => as(this.lab.actors.staff, work);
  driver = <T>(work: (context: Context) => Promise<T>) => as(this.lab.actors.driver, work);
  today = () => labToday(this.lab.actors.staff.lab.timeZone);

  /** The first row of a statement of the owner's. */
  async one<T extends Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T> {
    return (await this.owner.query(text, values)).rows[0] as T;
  }

  /** Items as they are after the quality check, waiting for delivery. */
  async finish(built: BuiltCase): Promise<void> {
    for (const id of built.itemIds)
      await this.owner.query(
        `WITH open AS (UPDATE workflow_stages SET stage = 'delivery' WHERE item_id = $1 AND status <> 'completed')
         UPDATE case_items SET status = 'finished', stage = 'delivery', finished_at = now() WHERE id = $1`,
        [id],
      );
  }

  async finishedCase(items = 1): Promise<BuiltCase> {
    const crowns = Array.from({ length: items }, (_, i) => crown(11 + i));
    const built = await buildCase(this.owner, this.lab, crowns);
    await this.finish(built);
    return built;
  }

  pack = (built: BuiltCase, itemIds = built.itemIds) =>
    this.staff((context) => makeShipment(context, { practiceId: this.lab.practiceId, itemIds }));

  plan = (driverId: string | null = this.lab.actors.driver.userId, routeDate = this.today()) =>
    this.staff((context) => planRoute(context, { routeDate, driverId, name: "", idempotencyKey: randomUUID() }));

  /** A case's shipment on a started route of the lab's driver. */
  async onTheRoad(built: BuiltCase) {
    const shipment = await this.pack(built);
    const route = await this.plan();
    await this.staff((context) => putOnRoute(context, { shipmentIds: [shipment.id], routeId: route.id }));
    await this.driver((context) => startRoute(context, { routeId: route.id }));
    const stop = await this.one<{ id: string; version: number }>(
      "SELECT id, version FROM route_stops WHERE route_id = $1",
      [route.id],
    );
    return { shipment, route, stop };
  }

  async eventsOf(caseId: string): Promise<{ kind: string; audience: string; data: Record<string, unknown> }[]> {
    return (
      await this.owner.query("SELECT kind, audience, data FROM case_events WHERE case_id = $1 ORDER BY id", [caseId])
    ).rows;
  }
}
