import { ChartFrame } from "@/components/charts/chart-frame";
import { Section } from "@/components/ui/page-header";

const months = ["Oct", "Nov", "Dec", "Jan", "Feb", "Mar"];
const stages = ["Design", "Milling", "Sintering", "Quality"];

/** The three kinds of chart, each with its table. */
export function ChartsShown() {
  return (
    <Section title="Charts">
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-2">
        <ChartFrame
          title="Revenue"
          definition="Invoices sent in the month, without tax"
          asOf="2026-03-10T06:00:00Z"
          kind="bar"
          figures={{
            xLabel: "Month",
            series: [{ key: "revenue", label: "Revenue" }],
            rows: months.map((label, i) => ({
              label,
              values: { revenue: `${18000 + i * 2300}.50` },
              href: `/design?month=${label}`,
            })),
            format: { style: "money", currency: "GBP" },
          }}
        />
        <ChartFrame
          title="On time"
          definition="Cases delivered on or before the due day, by when they were delivered"
          asOf="2026-03-10T06:00:00Z"
          kind="line"
          figures={{
            xLabel: "Month",
            series: [
              { key: "all", label: "All cases" },
              { key: "urgent", label: "Urgent cases" },
            ],
            rows: months.map((label, i) => ({
              label,
              values: { all: 0.9 + i * 0.01, urgent: i === 2 ? null : 0.8 + i * 0.02 },
            })),
            format: { style: "percent" },
          }}
        />
        <ChartFrame
          title="Working time by stage"
          definition="Hours worked per case, waiting left out"
          kind="stacked"
          figures={{
            xLabel: "Month",
            series: stages.map((label) => ({ key: label, label })),
            rows: months.map((label, m) => ({
              label,
              values: Object.fromEntries(stages.map((stage, s) => [stage, 1.5 + ((m + s * 2) % 4) * 0.7])),
              href: `/design?month=${label}`,
            })),
            format: { style: "hours" },
          }}
        />
        <ChartFrame
          title="Remakes"
          definition="Cases made again after delivery"
          kind="bar"
          figures={{ xLabel: "Month", series: [{ key: "n", label: "Remakes" }], rows: [], format: { style: "number" } }}
        />
      </div>
    </Section>
  );
}
