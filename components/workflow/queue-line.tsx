import Link from "next/link";
import type { ToothNotation } from "@/lib/access/actor";
import { itemsSummary } from "@/lib/cases/item-name";
import { shipLateness } from "@/lib/cases/lateness";
import { MATERIAL_LABEL, STAGE_LABEL } from "@/lib/cases/vocabulary";
import type { QueuedWork } from "@/lib/workflow/queue";
import { ApprovalMark } from "../cases/approvals/approval-mark";
import { LatenessMark, UrgencyMark } from "../cases/case-badges";
import { Badge } from "../ui/badge";
import { DateTime } from "../ui/time";
import { StageStatus } from "./stage-status";

type QueueLineProps = { work: QueuedWork; today: string; me: string | null; notation: ToothNotation };

/** A case at a stage in the bench queue; the whole line opens it. */
export function QueueLine({ work, today, me, notation }: QueueLineProps) {
  const states = [...new Set(work.stages.map(({ status }) => status))];
  const people = [...new Set(work.stages.map((s) => (s.assignedToId === me ? "You" : s.assignedTo)).filter(Boolean))];
  const particulars = [
    ...new Set(work.stages.flatMap((s) => [s.material && MATERIAL_LABEL[s.material], s.shade]).filter(Boolean)),
  ];
  const approvals = [...new Set(work.stages.map((s) => s.approval).filter((state) => state !== null))];
  const attempt = Math.max(...work.stages.map((s) => s.attempt));
  const lateness = shipLateness({ status: "received", dueOn: work.shipBy, shipBy: work.shipBy }, today);
  return (
    <li className="relative flex min-h-16 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 hover:bg-hover has-focus-visible:bg-hover">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link
            href={`/bench/${work.caseId}`}
            className="text-lg font-semibold after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
          >
            {itemsSummary(work.stages, notation)}
          </Link>
          {work.urgency !== "standard" && <UrgencyMark urgency={work.urgency} />}
          {attempt > 1 && <Badge tone="warning">Attempt {attempt}</Badge>}
          {approvals.map((state) => (
            <ApprovalMark key={state} state={state} />
          ))}
        </p>
        <p className="text-sm text-muted">
          {[work.number, work.pan && `Pan ${work.pan}`, ...particulars, work.practice].filter(Boolean).join(" · ")}
        </p>
      </div>
      <div className="flex basis-44 flex-wrap items-center gap-x-2 gap-y-1 max-sm:basis-auto">
        <span className="text-sm font-medium">{STAGE_LABEL[work.stage]}</span>
        {states.map((status) => (
          <StageStatus key={status} status={status} />
        ))}
        {people.length > 0 && <span className="text-sm text-muted">{people.join(", ")}</span>}
      </div>
      <div className="basis-28 text-right max-sm:ml-auto max-sm:basis-auto">
        <p className="text-sm font-medium">
          <span className="sr-only">Ships </span>
          <DateTime iso={work.shipBy} format="day" />
        </p>
        {lateness && <LatenessMark lateness={lateness} />}
      </div>
    </li>
  );
}
