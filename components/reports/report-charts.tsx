import { ChartFrame } from "@/components/charts/chart-frame";
import { behindHref } from "@/lib/reports/address";
import type { BuiltReport } from "@/lib/reports/build-report";
import type { ReportChart } from "@/lib/reports/result";
import type { ReportParams } from "@/lib/reports/schema";

/** Where the things are that a series counts by itself. */
const hrefsOf = (series: ReportChart["series"], href: (only: string) => string): Record<string, string> =>
  Object.fromEntries(series.flatMap(({ key, only }) => (only ? [[key, href(only)]] : [])));

/** The charts of a report, each with its definition and the same figures as a table; a bar and a row lead to what is behind them. */
export function ReportCharts({ report: { name, charts }, params }: { report: BuiltReport; params: ReportParams }) {
  return (
    <div className="grid gap-4 xl:grid-cols-2">
      {charts.map(({ title, definition, kind, xLabel, series, format, rows }, i) => (
        <ChartFrame
          key={title}
          title={title}
          definition={definition}
          kind={kind}
          height={220}
          figures={{
            xLabel,
            series,
            format,
            rows: rows.map(({ part, ...row }) => ({
              ...row,
              href: part && behindHref(name, params, { ...part, of: `chart~${i}` }),
              hrefs: part && hrefsOf(series, (only) => behindHref(name, params, { ...part, only, of: `chart~${i}` })),
            })),
          }}
        />
      ))}
    </div>
  );
}
