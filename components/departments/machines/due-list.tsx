import { CalendarClock } from "lucide-react";
import Link from "next/link";
import { everyWords, UNIT_LABEL } from "@/lib/departments/maintenance/due";
import type { Plan } from "@/lib/departments/maintenance/queries";
import { StatusBadge } from "../../ui/badge";
import { EmptyState } from "../../ui/states";
import { DateTime } from "../../ui/time";
import { DUE_LOOK } from "./machine-look";

/** Maintenance with when it falls due, the most urgent first. */
export function DueList({ plans }: { plans: readonly Plan[] }) {
  if (plans.length === 0)
    return <EmptyState title="No maintenance is due" hint="Plans are kept on each machine's own page." />;
  return (
    <ul aria-label="Maintenance due" className="divide-y">
      {plans.map((plan) => (
        <li key={plan.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 text-sm">
          <span className="min-w-0 flex-1 basis-56">
            <Link
              href={`/departments/machines/${plan.equipmentId}`}
              className="font-medium text-accent-text hover:underline"
            >
              {plan.machine}
            </Link>{" "}
            {plan.name}
            <span className="block text-xs text-muted">
              <DueWords plan={plan} />
            </span>
          </span>
          {plan.plannedFrom && (
            <span className="flex items-center gap-1 text-xs text-muted">
              <CalendarClock aria-hidden className="size-3.5" /> planned for{" "}
              <DateTime iso={plan.plannedFrom.toISOString()} format="day" />
            </span>
          )}
          <StatusBadge tone={DUE_LOOK[plan.due.state].tone}>{DUE_LOOK[plan.due.state].word}</StatusBadge>
        </li>
      ))}
    </ul>
  );
}

/** When a plan falls due and by what it is counted. */
export function DueWords({ plan }: { plan: Plan }) {
  const { on, used, reckoned } = plan.due;
  return (
    <>
      {everyWords(plan)}
      {used !== null && `, ${Math.round(used)} of ${plan.every} ${UNIT_LABEL[plan.unit][1]}`}
      {on && (
        <>
          {reckoned ? ", about " : ", due "}
          <DateTime iso={on} format="date" />
        </>
      )}
      {plan.lastDone && (
        <>
          , last <DateTime iso={plan.lastDone} format="date" />
        </>
      )}
    </>
  );
}
