import type { Actor } from "@/lib/access/actor";
import { localNow } from "@/lib/cases/due-date";
import { dueLateness } from "@/lib/cases/lateness";
import { caseSteps } from "@/lib/cases/progress";
import type { ListedCase } from "@/lib/cases/queries";
import type { Stage } from "@/lib/cases/vocabulary";
import { type CaseLine, caseLine } from "./case-line";

/** A listed case as its practice sees it: how far it is, and whether it comes in time. `today` is the lab's day. */
export function portalLine(found: ListedCase, actor: Actor, needed: readonly Stage[], today: string): CaseLine {
  const { items, status, deliveredAt } = found;
  const living = items.filter((item) => item.status !== "cancelled");
  const shipped = living.length > 0 && living.every((item) => item.status === "shipped" || item.status === "delivered");
  const deliveredOn = deliveredAt && localNow(deliveredAt, actor.lab.timeZone).day;
  const line = caseLine(found, actor.toothNotation, dueLateness({ ...found, shipped, deliveredOn }, today));
  return status === "delivered" || status === "cancelled" ? line : { ...line, steps: caseSteps(items, needed) };
}
