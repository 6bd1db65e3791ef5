import { ChartFrame } from "@/components/charts/chart-frame";
import { Stat } from "@/components/ui/stat";
import { EmptyState } from "@/components/ui/states";
import { PROCEDURE_LABEL, type ProcedureType } from "@/lib/cases/vocabulary";
import { monthKey, monthName } from "@/lib/reports/months";
import type { BehindHref } from "@/lib/reports/schema";
import { grouped, share, total } from "@/lib/reports/sums";
import type { CompletionRow } from "@/lib/reports/views";

const percent = (value: number | null, locale: string) =>
  value === null ? "–" : value.toLocaleString(locale, { style: "percent", maximumFractionDigits: 1 });

type Props = { rows: CompletionRow[]; locale: string; behind: BehindHref };

/** What was submitted and delivered, and how much of it by the due day, by month and by procedure type. */
export function CompletionReport({ rows, locale, behind }: Props) {
  if (rows.length === 0)
    return <EmptyState title="No cases in this period" hint="Submitted cases appear here after the next refresh." />;
  const delivered = total(rows, (r) => r.delivered);
  const onTime = total(rows, (r) => r.onTime);
  const days = total(rows, (r) => Number(r.averageDays ?? 0) * r.delivered);
  return (
    <div className="grid gap-4">
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        <Stat
          label="Items submitted"
          value={total(rows, (r) => r.items)}
          detail={`${total(rows, (r) => r.units)} units`}
          href={behind()}
        />
        <Stat
          label="Delivered"
          value={delivered}
          href={behind({ only: "delivered" })}
          detail={`${total(rows, (r) => r.cancelled)} cancelled`}
        />
        <Stat
          label="On time"
          value={percent(share(onTime, delivered), locale)}
          detail={`${delivered - onTime} late`}
          href={behind({ only: "late" })}
        />
        <Stat
          label="Days to delivery"
          value={delivered > 0 ? (days / delivered).toLocaleString(locale, { maximumFractionDigits: 1 }) : "–"}
          detail="Average, calendar days"
          href={behind({ only: "delivered" })}
        />
      </div>
      <ChartFrame
        title="On time by month"
        kind="line"
        definition="Of the items submitted in the month and delivered since, the share delivered on or before the due day, in the lab's own days."
        figures={{
          xLabel: "Month",
          series: [{ key: "onTime", label: "On time" }],
          format: { style: "percent", decimals: 1 },
          rows: grouped(rows, (row) => row.month).map(([month, of]) => ({
            label: monthName(month, locale),
            values: {
              onTime: share(
                total(of, (r) => r.onTime),
                total(of, (r) => r.delivered),
              ),
            },
            href: behind({ month: monthKey(month), only: "on_time" }),
          })),
        }}
      />
      <ChartFrame
        title="Items by procedure type"
        kind="stacked"
        definition="Items submitted in the period: delivered, still open, or cancelled."
        figures={{
          xLabel: "Procedure type",
          format: { style: "number" },
          series: [
            { key: "delivered", label: "Delivered" },
            { key: "open", label: "Open" },
            { key: "cancelled", label: "Cancelled" },
          ],
          rows: grouped(rows, (row) => row.procedureType).map(([type, of]) => {
            const [items, done, cancelled] = [
              total(of, (r) => r.items),
              total(of, (r) => r.delivered),
              total(of, (r) => r.cancelled),
            ];
            return {
              label: PROCEDURE_LABEL[type as ProcedureType],
              values: { delivered: done, open: items - done - cancelled, cancelled },
              href: behind({ key: type }),
            };
          }),
        }}
      />
    </div>
  );
}
