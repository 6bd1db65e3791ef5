import Link from "next/link";
import type { MonthEndRun } from "@/lib/billing/month-end/run-queries";
import { StatusBadge } from "../../ui/badge";
import { Panel } from "../../ui/card";
import { DateTime } from "../../ui/time";
import { monthName } from "../month-name";
import { RUN_STATUS } from "./run-status";

type RunsListProps = { runs: readonly MonthEndRun[]; current: string | null; locale: string };

/** The latest runs, each a link to its results. */
export function RunsList({ runs, current, locale }: RunsListProps) {
  if (runs.length === 0) return null;
  return (
    <Panel flush title="Earlier runs" className="mb-4">
      <ul className="divide-y text-sm">
        {runs.map((run) => (
          <li key={run.id} className="relative flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 hover:bg-hover">
            <Link
              href={`/invoices/month-end?month=${run.month}&run=${run.id}`}
              aria-current={run.id === current ? "true" : undefined}
              className="min-w-40 font-medium after:absolute after:inset-0"
            >
              {monthName(`${run.month}-01`, locale)}
            </Link>
            <span className="flex-1 basis-64 text-muted tabular-nums">
              <DateTime iso={run.startedAt.toISOString()} /> by {run.startedBy}: {run.finished} of {run.practices}{" "}
              practices, {run.invoices} invoices
            </span>
            <StatusBadge tone={RUN_STATUS[run.status].tone}>{RUN_STATUS[run.status].label}</StatusBadge>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
