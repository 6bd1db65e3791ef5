import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import type { BuiltCase } from "@/lib/testing/build";
import { putOnRoute } from "../../put-on-route";
import type { Dispatch } from "../../testing";
import type { Answer } from "../answered";
import { applyLog } from "../apply-log";
import type { DayRoute } from "../day";
import { myDay } from "../my-day";

export const signature = { width: 300, height: 150, strokes: [[10, 10, 60, 60, 90, 20]] };
export const proof = { person: "Morag Kerr", signature, photoIds: [] as string[] };

/** For tests: a phone of a driver, whose clock may be wrong. */
export class Phone {
  readonly id = randomUUID();
  constructor(
    readonly actor: Actor,
    readonly aheadMs = 0,
  ) {}

  clock = (ago = 0) => new Date(Date.now() + this.aheadMs - ago).toISOString();

  /** A command as the app makes it; `about` overrides and adds. */
  command = (kind: string, about: Record<string, unknown>) => ({
    id: randomUUID(),
    kind,
    happenedAt: this.clock(),
    ...about,
  });

  send = (...commands: unknown[]): Promise<Answer[]> =>
    applyLog(this.actor, { phoneId: this.id, sentAt: this.clock(), commands });

  /** Sends one command and answers what came of it, in a word. */
  async does(kind: string, about: Record<string, unknown>): Promise<string> {
    const [answer] = await this.send(this.command(kind, about));
    return answer?.outcome === "refused" ? (answer.reason as string) : (answer?.outcome as string);
  }

  day = () => asActor(this.actor, (tx) => myDay(tx, this.actor));

  async route(id: string): Promise<DayRoute> {
    return (await this.day()).routes.find((route) => route.id === id) as DayRoute;
  }
}

/** A planned route with a case's shipment, and the ids that commands about its stop carry. */
export async function planned(scene: Dispatch, built: BuiltCase) {
  const shipment = await scene.pack(built);
  const route = await scene.plan();
  await scene.staff((context) => putOnRoute(context, { shipmentIds: [shipment.id], routeId: route.id }));
  const stop = await scene.one<{ id: string; version: number }>(
    "SELECT id, version FROM route_stops WHERE route_id = $1",
    [route.id],
  );
  const parcels = await scene.owner.query<{ id: string; code: string }>(
    "SELECT id, code FROM parcels WHERE shipment_id = $1 ORDER BY position",
    [shipment.id],
  );
  return {
    shipment,
    routeId: route.id,
    stopId: stop.id,
    version: stop.version,
    parcels: parcels.rows,
    at: { routeId: route.id, stopId: stop.id, version: stop.version },
  };
}

/** A pick-up that waits at a stop, for a submitted case. */
export async function asked(scene: Dispatch, stopId: string, caseIds: string[] = []): Promise<string> {
  return scene.staff(async ({ tx }) => {
    const row = await tx.row<{ id: string }>(sql`
      INSERT INTO shipments (number, type, status, practice_id, stop_id) VALUES (next_number('shipment'), 'pickup', 'scheduled', ${scene.lab.practiceId}, ${stopId}) RETURNING id`);
    const id = row?.id as string;
    for (const caseId of caseIds)
      await tx.execute(sql`INSERT INTO pickup_cases (shipment_id, case_id) VALUES (${id}, ${caseId})`);
    return id;
  });
}
