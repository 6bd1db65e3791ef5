import { ChartFrame } from "@/components/charts/chart-frame";
import { EmptyState } from "@/components/ui/states";
import type { BehindHref } from "@/lib/reports/schema";
import { grouped, total } from "@/lib/reports/sums";
import type { PersonRow } from "@/lib/reports/views";

/** What each person completed, in how much working time, and what came back. */
export function PeopleReport({ rows, behind }: { rows: PersonRow[]; behind: BehindHref }) {
  if (rows.length === 0)
    return (
      <EmptyState
        title="No completed stages in this period"
        hint="Completed stages appear here after the next refresh."
      />
    );
  const people = grouped(rows, (row) => row.userId);
  const href = (userId: string) => behind({ key: userId });
  return (
    <div className="grid gap-4">
      <ChartFrame
        title="Completed by person"
        kind="stacked"
        definition="Attempts the person completed in the period: passed, or failed and sent back."
        figures={{
          xLabel: "Person",
          format: { style: "number" },
          series: [
            { key: "passed", label: "Passed" },
            { key: "failed", label: "Failed or sent back" },
          ],
          rows: people.map(([id, of]) => ({
            label: of[0]?.name ?? "",
            href: href(id),
            values: { passed: total(of, (r) => r.passed), failed: total(of, (r) => r.failed) },
          })),
        }}
      />
      <ChartFrame
        title="Working hours by person"
        kind="bar"
        definition="Working time by the stage clock on the attempts the person completed; pauses are not counted."
        figures={{
          xLabel: "Person",
          format: { style: "hours" },
          series: [{ key: "hours", label: "Working hours" }],
          rows: people.map(([id, of]) => ({
            label: of[0]?.name ?? "",
            href: href(id),
            values: { hours: total(of, (r) => r.workingSeconds) / 3600 },
          })),
        }}
      />
      <ChartFrame
        title="Minutes a unit by person"
        kind="bar"
        definition="Working minutes divided by the units of the attempts the person completed. Stages differ: compare people of one department."
        figures={{
          xLabel: "Person",
          format: { style: "number", decimals: 1 },
          series: [{ key: "minutes", label: "Minutes a unit" }],
          rows: people.map(([id, of]) => ({
            label: of[0]?.name ?? "",
            href: href(id),
            values: {
              minutes:
                total(of, (r) => r.workingSeconds) /
                60 /
                Math.max(
                  total(of, (r) => r.units),
                  1,
                ),
            },
          })),
        }}
      />
    </div>
  );
}
