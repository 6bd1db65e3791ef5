import { CircleCheck } from "lucide-react";
import { FailedJobs } from "@/components/operations/failed-jobs";
import { FiguresTable } from "@/components/operations/figures-table";
import { OperationsHeader } from "@/components/operations/operations-header";
import { Panel } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/states";
import { RelativeTime } from "@/components/ui/time";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { crontab } from "@/lib/jobs/crontab";
import { cronRuns, failedJobs, queues } from "@/lib/operations/queries";

export const metadata = { title: "Jobs" };

export default async function JobsPage() {
  const actor = await pageActor("operations.view");
  const { failed, rows, runs } = await asActor(actor, async (tx) => ({
    failed: await failedJobs(tx),
    rows: await queues(tx),
    runs: new Map((await cronRuns(tx)).map((run) => [run.task, run])),
  }));
  return (
    <>
      <OperationsHeader
        current="/operations/jobs"
        title="Jobs"
        subtitle="This lab's and the installation's; what other labs do is not shown"
      />
      <div className="flex flex-col gap-4">
        <Panel title="Failed for good" aside={failed.length > 0 ? failed.length : undefined} flush>
          {failed.length === 0 ? (
            <EmptyState
              icon={<CircleCheck strokeWidth={1.5} />}
              title="No job failed"
              hint="One that fails is tried again by itself, later each time, up to 25 times; then it stands here."
            />
          ) : (
            <FailedJobs jobs={failed} />
          )}
        </Panel>
        <Panel title="Queues" flush>
          {rows.length === 0 ? (
            <p className="p-4 text-sm text-muted">Nothing waits and nothing runs.</p>
          ) : (
            <FiguresTable
              label="Jobs by name"
              columns={[
                { header: "Job", wide: true },
                { header: "Waiting", numeric: true },
                { header: "Running", numeric: true },
                { header: "To be tried again", numeric: true },
                { header: "Failed", numeric: true },
                { header: "Due longest" },
              ]}
              rows={rows.map((row) => ({
                key: row.task,
                cells: [
                  <span key="task" className="font-mono text-xs">
                    {row.task}
                  </span>,
                  row.waiting,
                  row.running,
                  row.retrying,
                  row.failed,
                  row.oldest ? <RelativeTime key="oldest" iso={row.oldest.toISOString()} /> : "–",
                ],
              }))}
            />
          )}
        </Panel>
        <Panel title="By the clock" aside="Times are UTC" flush>
          <FiguresTable
            label="What runs by the clock"
            columns={[{ header: "Job", wide: true }, { header: "When (cron)" }, { header: "Last begun" }]}
            rows={crontab.map(({ task, match }) => {
              const last = runs.get(task)?.lastRun;
              return {
                key: task,
                cells: [
                  <span key="task" className="font-mono text-xs">
                    {task}
                  </span>,
                  <span key="when" className="font-mono text-xs whitespace-nowrap">
                    {String(match)}
                  </span>,
                  last ? <RelativeTime key="last" iso={last.toISOString()} /> : "not yet",
                ],
              };
            })}
          />
        </Panel>
      </div>
    </>
  );
}
