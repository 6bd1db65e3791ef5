import { ChevronRight, CirclePause } from "lucide-react";
import Link from "next/link";
import { DateTime } from "@/components/ui/time";
import type { ToothNotation } from "@/lib/access/actor";
import { localNow } from "@/lib/cases/due-date";
import { itemsSummary } from "@/lib/cases/item-name";
import { dueLateness } from "@/lib/cases/lateness";
import { caseSteps } from "@/lib/cases/progress";
import type { ListedCase } from "@/lib/cases/queries";
import { CASE_STATUS_LABEL, type Stage } from "@/lib/cases/vocabulary";
import type { HoldAsked } from "@/lib/history/queries";
import { CaseStatusBadge, LatenessMark, UrgencyMark } from "./case-badges";
import { StageProgress } from "./stage-progress";

type PortalCaseProps = {
  found: ListedCase;
  needed: readonly Stage[];
  asked: HoldAsked | undefined;
  notation: ToothNotation;
  today: string;
  /** The lab's IANA zone. */
  zone: string;
};

/** A case as its dentist looks for it: the patient, what is made, how far it is, and whether it comes in time. */
export function PortalCase({ found, needed, asked, notation, today, zone }: PortalCaseProps) {
  const living = found.items.filter((item) => item.status !== "cancelled");
  const lateness = dueLateness(
    {
      ...found,
      shipped: living.length > 0 && living.every((item) => item.status === "shipped" || item.status === "delivered"),
      deliveredOn: found.deliveredAt && localNow(found.deliveredAt, zone).day,
    },
    today,
  );
  const held = found.status === "on_hold";
  return (
    <li className="relative rounded-lg border bg-surface p-4 hover:bg-hover">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <h3 className="text-base font-semibold break-words">
            <Link
              href={`/portal/cases/${found.id}`}
              prefetch={false}
              className="outline-none after:absolute after:inset-0 after:rounded-lg focus-visible:after:outline-2 focus-visible:after:outline-accent"
            >
              {found.patient}
            </Link>
          </h3>
          <p className="text-sm">{itemsSummary(found.items, notation)}</p>
          <p className="text-xs text-muted">
            <span className="tabular-nums">{found.number}</span> · {found.dentist}
          </p>
        </div>
        <div className="flex shrink-0 flex-col items-end gap-1">
          {found.status !== "delivered" && found.urgency !== "standard" && <UrgencyMark urgency={found.urgency} />}
          {(held || found.status === "cancelled" || found.status === "ready") && (
            <CaseStatusBadge status={found.status} />
          )}
        </div>
      </div>
      {held && asked && (
        <p className="mt-3 flex gap-2 rounded-md border border-warning-line bg-warning-bg px-3 py-2 text-sm text-warning-text">
          <CirclePause aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span className="min-w-0 break-words">
            <span className="font-medium">{asked.reason}</span>
            {asked.note && <span className="block whitespace-pre-wrap">{asked.note}</span>}
          </span>
        </p>
      )}
      {found.status !== "delivered" && found.status !== "cancelled" && (
        <StageProgress
          className="mt-3"
          label={`Progress of ${found.patient}: ${CASE_STATUS_LABEL[found.status]}`}
          steps={caseSteps(found.items, needed)}
        />
      )}
      <p className="mt-2 flex flex-wrap items-baseline justify-between gap-x-3 text-sm">
        <span>
          {found.deliveredAt ? "Delivered " : "At your practice "}
          <DateTime iso={found.deliveredAt?.toISOString() ?? found.dueOn} format="day" className="font-medium" />
        </span>
        <span className="flex items-center gap-1">
          {lateness && <LatenessMark lateness={lateness} className="text-sm" />}
          <ChevronRight aria-hidden className="size-4 text-muted" />
        </span>
      </p>
    </li>
  );
}
