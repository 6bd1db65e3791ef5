import { ChartFrame } from "@/components/charts/chart-frame";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Stat } from "@/components/ui/stat";
import { EmptyState } from "@/components/ui/states";
import { STAGE_LABEL, STAGES } from "@/lib/cases/vocabulary";
import type { FailureRow, FailuresBy } from "@/lib/reports/failures";
import type { BehindHref } from "@/lib/reports/schema";
import { grouped, total } from "@/lib/reports/sums";
import { FailuresTable } from "./failures-table";

type Props = { rows: FailureRow[]; by: FailuresBy; months: number; locale: string; behind: BehindHref };

const failures = (rows: FailureRow[]) => total(rows, (row) => row.failures);

/** What went wrong: failures and send-backs by cause, where they were found, and whose work it was. */
export function FailuresReport({ rows, by, months, locale, behind }: Props) {
  if (rows.length === 0)
    return (
      <EmptyState title="Nothing failed in this period" hint="Failed checks and send-backs appear here at once." />
    );
  const causes = grouped(rows, (row) => row.cause).sort(([, a], [, b]) => failures(b) - failures(a));
  const [first] = causes;
  const stages = STAGES.filter((stage) => rows.some((row) => row.stage === stage));
  const keyOf = (of: FailureRow[]) => of[0]?.reasonId ?? "none";
  const address = (next: FailuresBy) => `/reports/failures?months=${months}&by=${next}`;
  return (
    <div className="grid gap-4">
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        <Stat label="Failed or sent back" value={failures(rows).toLocaleString(locale)} href={behind()} />
        <Stat label="Units made again" value={total(rows, (row) => row.units).toLocaleString(locale)} href={behind()} />
        <Stat
          label="Most frequent cause"
          value={first?.[0] ?? "–"}
          detail={first ? `${failures(first[1])} times` : undefined}
          href={first ? behind({ key: keyOf(first[1]) }) : undefined}
        />
        <Stat label="Causes" value={causes.length.toLocaleString(locale)} />
      </div>
      <ChartFrame
        title="Failures by cause"
        kind="stacked"
        definition="Attempts that failed quality control or were sent back, by their cause and the stage where it was found."
        figures={{
          xLabel: "Cause",
          format: { style: "number" },
          series: stages.map((stage) => ({ key: stage, label: STAGE_LABEL[stage] })),
          rows: causes.map(([cause, of]) => ({
            label: cause,
            href: behind({ key: keyOf(of) }),
            values: Object.fromEntries(
              stages.map((stage) => [stage, failures(of.filter((row) => row.stage === stage))]),
            ),
          })),
        }}
      />
      <section aria-label="Whose work it was" className="grid gap-2">
        <LinkTabs
          label="Counted by"
          items={(["department", "person"] as const).map((each) => ({
            href: address(each),
            label: each === "department" ? "By department" : "By person",
            current: each === by,
          }))}
        />
        <FailuresTable rows={tableRows(rows, by, behind)} by={by} />
      </section>
    </div>
  );
}

/** One line per cause, stage and department or person, with the way to its cases. */
function tableRows(rows: FailureRow[], by: FailuresBy, behind: BehindHref) {
  const whose = (row: FailureRow) => (by === "department" ? row.departmentId : row.personId);
  return grouped(rows, (row) => [row.cause, row.stage, whose(row) ?? ""].join("~")).flatMap(([id, of]) => {
    const [row] = of;
    if (!row) return [];
    const key = [row.reasonId ?? "none", row.stage, whose(row)].filter(Boolean).join("~");
    const name = by === "department" ? row.department : row.person;
    const units = total(of, (each) => each.units);
    return [
      { id, cause: row.cause, stage: row.stage, whose: name, failures: failures(of), units, href: behind({ key }) },
    ];
  });
}
