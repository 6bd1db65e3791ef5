import type { MonthFigures } from "@/lib/network/dentist-figures";
import { MEASURES, ratesOf } from "@/lib/network/dentist-rates";
import { ChartFrame } from "../charts/chart-frame";

type Props = {
  months: MonthFigures[];
  lab: MonthFigures[];
  /** Month of a figure in words. */
  named: (month: string) => string;
  /** The cases of a month. */
  behind: (figure: string, month: string) => string;
  /** The lab's currency where money may be seen. */
  currency: string | null;
  asOf?: string;
};

/** How a dentist's figures went, month by month, beside those of the whole lab. */
export function DentistCharts({ months, lab, named, behind, currency, asOf }: Props) {
  const both = lab.map(({ month, ...all }) => {
    const own = months.find((one) => one.month === month);
    return { month, own: own ? ratesOf(own) : null, all: ratesOf(all) };
  });
  const series = [
    { key: "own", label: "This dentist" },
    { key: "all", label: "Whole lab" },
  ];
  const compared = (rate: "remadeUnits" | "days" | "rating", figure: string) =>
    both.map(({ month, own, all }) => ({
      label: named(month),
      href: behind(figure, month),
      values: { own: own?.[rate] ?? null, all: all[rate] },
    }));
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <ChartFrame
        title="Delivered by month"
        kind="bar"
        definition={`${MEASURES.cases} ${MEASURES.units}`}
        asOf={asOf}
        figures={{
          xLabel: "Month",
          format: { style: "number" },
          series: [
            { key: "cases", label: "Cases" },
            { key: "units", label: "Units" },
          ],
          rows: months.map(({ month, cases, units }) => ({
            label: named(month),
            href: behind("delivered", month),
            values: { cases, units },
          })),
        }}
      />
      <ChartFrame
        title="Remade units by month of delivery"
        kind="line"
        definition={MEASURES.remadeUnits}
        asOf={asOf}
        figures={{
          xLabel: "Month",
          format: { style: "percent", decimals: 1 },
          series,
          rows: compared("remadeUnits", "remade"),
        }}
      />
      <ChartFrame
        title="Days in the lab"
        kind="line"
        definition={MEASURES.days}
        asOf={asOf}
        figures={{
          xLabel: "Month",
          format: { style: "days", decimals: 1 },
          series,
          rows: compared("days", "delivered"),
        }}
      />
      <ChartFrame
        title="Rating by month of delivery"
        kind="line"
        definition={MEASURES.rating}
        asOf={asOf}
        figures={{
          xLabel: "Month",
          format: { style: "number", decimals: 1 },
          series,
          rows: compared("rating", "rated"),
        }}
      />
      {currency && (
        <ChartFrame
          title="Invoiced by month"
          kind="bar"
          definition={MEASURES.revenue}
          asOf={asOf}
          figures={{
            xLabel: "Month",
            format: { style: "money", currency },
            series: [{ key: "revenue", label: "Invoiced, net" }],
            rows: months.map(({ month, revenue }) => ({ label: named(month), values: { revenue } })),
          }}
        />
      )}
    </div>
  );
}
