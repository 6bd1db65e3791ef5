import { ChartFrame } from "@/components/charts/chart-frame";
import { Money } from "@/components/ui/money";
import { Stat } from "@/components/ui/stat";
import { EmptyState } from "@/components/ui/states";
import { sumOf } from "@/lib/billing/line-amounts";
import { monthKey, monthName } from "@/lib/reports/months";
import type { BehindHref } from "@/lib/reports/schema";
import { grouped } from "@/lib/reports/sums";
import type { RevenueRow } from "@/lib/reports/views";

type Props = { rows: RevenueRow[]; locale: string; currency: string; behind: BehindHref };

/** Money invoiced and received, by month and by practice. Invoices of another currency than the lab's are left to their own list. */
export function RevenueReport({ rows: all, locale, currency, behind }: Props) {
  const rows = all.filter((row) => row.currency === currency);
  if (rows.length === 0)
    return <EmptyState title="No invoices in this period" hint="Sent invoices appear here after the next refresh." />;
  const sum = (of: readonly RevenueRow[], column: "net" | "tax" | "total" | "paid" | "outstanding") =>
    sumOf(of.map((row) => row[column]));
  const values = (of: readonly RevenueRow[]) => ({ paid: sum(of, "paid"), outstanding: sum(of, "outstanding") });
  const series = [
    { key: "paid", label: "Paid" },
    { key: "outstanding", label: "Owed" },
  ];
  return (
    <div className="grid gap-4">
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        <Stat label="Invoiced" value={<Money amount={sum(rows, "total")} />} detail="With tax" href={behind()} />
        <Stat label="Net" value={<Money amount={sum(rows, "net")} />} detail="Before tax" href={behind()} />
        <Stat label="Paid" value={<Money amount={sum(rows, "paid")} />} href="/invoices?status=paid" />
        <Stat
          label="Owed"
          value={<Money amount={sum(rows, "outstanding")} />}
          href="/invoices?status=overdue"
          detail="Overdue first"
        />
      </div>
      <ChartFrame
        title="Invoiced by month"
        kind="stacked"
        definition="Total with tax of the invoices issued in the month, drafts and cancelled ones left out: what of it is paid, and what is owed today."
        figures={{
          xLabel: "Month",
          series,
          format: { style: "money", currency },
          rows: grouped(rows, (row) => row.month).map(([month, of]) => ({
            label: monthName(month, locale),
            values: values(of),
            href: behind({ month: monthKey(month) }),
          })),
        }}
      />
      <ChartFrame
        title="Invoiced by practice"
        kind="stacked"
        definition="The same invoices, by practice, the largest first."
        figures={{
          xLabel: "Practice",
          series,
          format: { style: "money", currency },
          rows: grouped(rows, (row) => row.practiceId)
            .map(([id, of]) => ({
              label: of[0]?.practice ?? "",
              values: values(of),
              href: behind({ key: id }),
              total: Number(sum(of, "total")),
            }))
            .sort((a, b) => b.total - a.total)
            .slice(0, 15)
            .map(({ total: _, ...row }) => row),
        }}
      />
    </div>
  );
}
