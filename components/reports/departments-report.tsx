import { ChartFrame } from "@/components/charts/chart-frame";
import { Stat } from "@/components/ui/stat";
import { EmptyState } from "@/components/ui/states";
import { STAGE_LABEL, STAGES, type Stage } from "@/lib/cases/vocabulary";
import type { BehindHref } from "@/lib/reports/schema";
import { grouped, share, total } from "@/lib/reports/sums";
import type { DepartmentRow } from "@/lib/reports/views";

const hours = (seconds: number) => seconds / 3600;

type Props = { rows: DepartmentRow[]; locale: string; behind: BehindHref };

/** Where the time goes: work and waiting per stage, and what passed at the first go. */
export function DepartmentsReport({ rows, locale, behind }: Props) {
  if (rows.length === 0)
    return (
      <EmptyState
        title="No completed stages in this period"
        hint="Completed stages appear here after the next refresh."
      />
    );
  const attempts = total(rows, (r) => r.attempts);
  const passed = share(
    total(rows, (r) => r.passed),
    attempts,
  );
  const byStage = grouped(rows, (row) => row.stage).sort(
    ([a], [b]) => STAGES.indexOf(a as Stage) - STAGES.indexOf(b as Stage),
  );
  const bottleneck = [...byStage].sort(
    ([, a], [, b]) => total(b, (r) => r.waitingSeconds) - total(a, (r) => r.waitingSeconds),
  )[0]?.[0] as Stage;
  return (
    <div className="grid gap-4">
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        <Stat label="Stages completed" value={attempts.toLocaleString(locale)} href={behind()} />
        <Stat
          label="Passed"
          value={passed === null ? "–" : passed.toLocaleString(locale, { style: "percent", maximumFractionDigits: 1 })}
          detail={`${total(rows, (r) => r.failed)} failed or sent back`}
          href={behind({ only: "failed" })}
        />
        <Stat
          label="Working hours"
          value={hours(total(rows, (r) => r.workingSeconds)).toLocaleString(locale, { maximumFractionDigits: 0 })}
          href={behind()}
        />
        <Stat
          label="Waits longest at"
          value={STAGE_LABEL[bottleneck]}
          href={`/cases?stage=${bottleneck}&sort=ship`}
          detail="Open cases there"
        />
      </div>
      <ChartFrame
        title="Work and waiting by stage"
        kind="stacked"
        definition="Average hours per completed attempt: at work by the stage clock, in a running machine, and the rest from queueing to completion (nights and weekends count as waiting)."
        figures={{
          xLabel: "Stage",
          format: { style: "hours" },
          series: [
            { key: "working", label: "Working" },
            { key: "machine", label: "In a machine" },
            { key: "waiting", label: "Waiting" },
          ],
          rows: byStage.map(([stage, of]) => ({
            label: STAGE_LABEL[stage as Stage],
            href: behind({ key: stage }),
            values: {
              working: hours(total(of, (r) => r.workingSeconds) / total(of, (r) => r.attempts)),
              machine: hours(total(of, (r) => r.machineSeconds) / total(of, (r) => r.attempts)),
              waiting: hours(total(of, (r) => r.waitingSeconds) / total(of, (r) => r.attempts)),
            },
          })),
        }}
      />
      <ChartFrame
        title="Attempts by department"
        kind="stacked"
        definition="Completed attempts of the department's stages: passed, or failed and sent back."
        figures={{
          xLabel: "Department",
          format: { style: "number" },
          series: [
            { key: "passed", label: "Passed" },
            { key: "failed", label: "Failed or sent back" },
          ],
          rows: grouped(rows, (row) => row.department).map(([department, of]) => ({
            label: department,
            href: of[0]?.departmentId ? behind({ key: of[0].departmentId }) : undefined,
            values: { passed: total(of, (r) => r.passed), failed: total(of, (r) => r.failed) },
          })),
        }}
      />
    </div>
  );
}
