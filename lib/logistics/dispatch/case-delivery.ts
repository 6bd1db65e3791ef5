import { type Actor, may } from "@/lib/access/actor";
import type { Transaction } from "@/lib/db/transaction";
import { labToday } from "@/lib/labs/today";
import { openRoutes, type RouteChoice } from "../route-queries";
import { carrierChoices, type FailedShipment, failedShipments } from "./failed-queries";

/** What went wrong with a case's deliveries and what can be chosen next; `choices` is null for who may not decide. */
export type CaseDelivery = {
  failed: FailedShipment[];
  choices: { routes: RouteChoice[]; carriers: { id: string; name: string }[]; today: string; mayPlan: boolean } | null;
};

/** What of a case could not be handed over and waits for a decision. Choices are read only when there is something to decide. */
export async function caseDelivery(tx: Transaction, actor: Actor, caseId: string): Promise<CaseDelivery> {
  const failed = await failedShipments(tx, { caseId });
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
