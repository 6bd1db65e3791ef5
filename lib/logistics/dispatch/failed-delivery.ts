import { type Actor, may } from "@/lib/access/actor";
import type { Transaction } from "@/lib/db/transaction";
import { labToday } from "@/lib/labs/today";
import { carrierChoices } from "../carriers/carrier-queries";
import { openRoutes, type RouteChoice } from "../route-queries";
import { type FailedShipment, failedShipments } from "./failed-queries";

/** What could not be handed over and what can be chosen next; `choices` is null for who may not decide. */
export type FailedDelivery = {
  failed: FailedShipment[];
  choices: { routes: RouteChoice[]; carriers: { id: string; name: string }[]; today: string; mayPlan: boolean } | null;
};

/** What of a case, or which shipment, could not be handed over and waits for a decision. Choices are read only when there is one to take. */
export async function failedDelivery(
  tx: Transaction,
  actor: Actor,
  only: { caseId?: string; shipmentId?: string },
): Promise<FailedDelivery> {
  const failed = await failedShipments(tx, only);
  if (failed.length === 0 || !may(actor, "shipments.manage")) return { failed, choices: null };
  const today = labToday(actor.lab.timeZone);
  return {
    failed,
    choices: {
      routes: await openRoutes(tx, today),
      carriers: await carrierChoices(tx),
      today,
      mayPlan: may(actor, "routes.manage"),
    },
  };
}
