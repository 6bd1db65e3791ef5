import type { Permission } from "@/lib/access/permissions";
import type { CaseStatus } from "@/lib/cases/vocabulary";
import { isAskedOf } from "./asked-of";
import type { Question } from "./checklist";
import { MOVE_RULES } from "./transitions";
import type { WorkGroup } from "./work-groups";

/** The one thing to do next: a move that a tap makes, or words that say what stands in its way; `href` leads to where it is done. */
export type NextStep =
  | { move: "start" | "resume" | "complete" }
  | { move: null; words: string; href?: { to: "case" | "receiving" | "load"; id: string; label: string } };

type Standing = { id: string; status: CaseStatus; hold: { reason: string | null } | null };

/** What to do next with items that stand together. */
export function nextStep(
  of: Standing,
  group: WorkGroup,
  asked: readonly Question[],
  by: { permissions: ReadonlySet<Permission> },
): NextStep {
  const stop = (words: string, to?: "case" | "receiving" | "load", label = "", id = of.id): NextStep => ({
    move: null,
    words,
    href: to ? { to, id, label } : undefined,
  });
  if (of.status === "on_hold") return stop(`On hold: ${of.hold?.reason ?? "no reason given"}`, "case", "Open the case");
  if (of.status === "cancelled") return stop("This case was cancelled.");
  const { stage, status, items } = group;
  const load = items.find(({ open }) => open.load)?.open.load;
  if (load) return stop(`In the load of ${load.machine}`, "load", "Open the load", load.id);
  if (stage === "receiving")
    return by.permissions.has("cases.receive")
      ? stop("Not received yet", "receiving", "Receive the case")
      : stop("The front desk has not received this case yet.");
  if (stage === "delivery") return stop("Finished. It waits for delivery.");
  if (!by.permissions.has("bench.work")) return stop("Your role does not work at the bench.");
  if (status === "blocked")
    return stop(`Blocked: ${items[0]?.open.reason ?? "no reason given"}`, "case", "Open the case");
  if (status === "pending") return { move: "start" };
  if (status === "on_hold") return { move: "resume" };
  if (group.waitsForApproval) return stop("The design waits for the dentist's answer.", "case", "Open the case");
  if (stage === "quality_control") return stop("The check is on.", "case", "Open the checklist");
  const questions = asked.some((q) => items.some(({ procedureType }) => isAskedOf(q, { stage, procedureType })));
  if (questions) return stop("A checklist comes before it is done.", "case", "Open the checklist");
  return MOVE_RULES.complete.at.includes(stage) ? { move: "complete" } : stop("Nothing to do here.");
}
