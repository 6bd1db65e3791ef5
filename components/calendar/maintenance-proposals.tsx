import { CalendarPlus } from "lucide-react";
import Link from "next/link";
import { type Proposal, planningAddress } from "@/lib/calendar/maintenance-due";
import { StatusBadge } from "../ui/badge";
import { LinkButton } from "../ui/button";
import { Panel } from "../ui/card";
import { DateTime } from "../ui/time";

const MOST = 6;

/** Maintenance that falls due in the days drawn and is not planned yet, each with a way to make an appointment of it; nothing without any. */
export function MaintenanceProposals({ proposals }: { proposals: readonly Proposal[] }) {
  if (proposals.length === 0) return null;
  const more = proposals.length - MOST;
  return (
    <Panel title="Maintenance to plan" aside={proposals.length} flush className="mt-4" data-print="hide">
      <ul aria-label="Maintenance to plan" className="divide-y">
        {proposals.slice(0, MOST).map((proposal) => (
          <li key={proposal.planId} className="flex flex-wrap items-center gap-x-3 gap-y-1.5 px-3 py-2 text-sm">
            <span className="min-w-0 flex-1 basis-48">
              <span className="block font-medium break-words">
                {proposal.name}, {proposal.machineName}
              </span>
              <span className="block text-xs text-muted tabular-nums">
                {proposal.machine}
                {!proposal.overdue && (
                  <>
                    {proposal.reckoned ? ", due about " : ", due on "}
                    <DateTime iso={proposal.day} format="day" zone="UTC" />
                  </>
                )}
              </span>
            </span>
            {proposal.overdue && <StatusBadge tone="warning">Overdue</StatusBadge>}
            <LinkButton size="sm" icon={<CalendarPlus />} href={planningAddress(proposal)}>
              Make it an appointment
              <span className="sr-only">
                : {proposal.name}, {proposal.machineName}
              </span>
            </LinkButton>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p className="border-t px-3 py-2 text-sm">
          <Link href="/departments/machines" className="underline">
            {more} more at the machines
          </Link>
        </p>
      )}
    </Panel>
  );
}
