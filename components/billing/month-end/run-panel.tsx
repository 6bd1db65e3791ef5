"use client";

import { CircleStop } from "lucide-react";
import { useRouter } from "next/navigation";
import { cancelMonthEnd } from "@/lib/billing/month-end/actions";
import type { MonthEndRun } from "@/lib/billing/month-end/run-queries";
import { useAction } from "../../forms/use-action";
import { StatusBadge } from "../../ui/badge";
import { Button } from "../../ui/button";
import { Panel } from "../../ui/card";
import { Progress } from "../../ui/progress";
import { RelativeTime } from "../../ui/time";
import { RUN_STATUS } from "./run-status";

type RunPanelProps = {
  run: Omit<MonthEndRun, "startedAt" | "finishedAt"> & { startedAt: string };
  monthWords: string;
  mayCancel: boolean;
};

/** How far a run is, or how it ended. */
export function RunPanel({ run, monthWords, mayCancel }: RunPanelProps) {
  const router = useRouter();
  const cancel = useAction(cancelMonthEnd, { onSuccess: () => router.refresh() });
  const { label, tone } = RUN_STATUS[run.status];
  return (
    <Panel
      className="mb-4"
      aria-label={`Invoicing ${monthWords}`}
      title={`Invoicing ${monthWords}`}
      aside={<StatusBadge tone={tone}>{label}</StatusBadge>}
      actions={
        mayCancel &&
        run.status === "running" && (
          <Button
            size="sm"
            icon={<CircleStop />}
            loading={cancel.pending}
            onClick={() => cancel.run({ runId: run.id })}
          >
            Stop after this practice
          </Button>
        )
      }
    >
      {run.status === "running" && (
        <Progress label="Practices invoiced" value={run.finished} max={run.practices} showValue className="mb-2" />
      )}
      <p role="status" className="text-sm tabular-nums">
        {run.finished} of {run.practices} practices, {run.invoices === 1 ? "1 invoice" : `${run.invoices} invoices`}{" "}
        sent
        {run.refused > 0 && `, ${run.refused} refused`}
      </p>
      <p className="text-sm text-muted">
        Started by {run.startedBy}, <RelativeTime iso={run.startedAt} />
        {run.status === "running" && ". You can leave this page: it goes on by itself."}
      </p>
    </Panel>
  );
}
