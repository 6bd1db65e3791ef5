import { ChartFrame } from "@/components/charts/chart-frame";
import { Money } from "@/components/ui/money";
import { Stat } from "@/components/ui/stat";
import { EmptyState } from "@/components/ui/states";
import { sumOf } from "@/lib/billing/line-amounts";
import type { BehindHref } from "@/lib/reports/schema";
import type { StockRow } from "@/lib/reports/views";

/** What lies in stock, what it is worth, and how fast it moves. */
export function StockReport({ rows, currency, behind }: { rows: StockRow[]; currency: string; behind: BehindHref }) {
  if (rows.length === 0)
    return <EmptyState title="Nothing in stock" hint="Stock items appear here after the next refresh." />;
  const low = rows.filter((row) => row.belowReorderPoint);
  return (
    <div className="grid gap-4">
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        <Stat
          label="Value on hand"
          value={<Money amount={sumOf(rows.map((row) => row.value))} />}
          detail="At the unit cost of each item"
        />
        <Stat label="Items" value={rows.length} />
        <Stat
          label="To reorder"
          value={low.length}
          detail={
            low
              .slice(0, 2)
              .map((row) => row.name)
              .join(", ") || "All above their reorder point"
          }
        />
      </div>
      <ChartFrame
        title="Turnover in 90 days"
        kind="bar"
        definition="What went out in the last 90 days divided by what is on hand now."
        figures={{
          xLabel: "Item",
          format: { style: "number", decimals: 2 },
          series: [{ key: "turnover", label: "Turnover" }],
          rows: rows.map((row) => ({
            label: row.name,
            values: { turnover: row.turnover90Days },
            href: behind({ key: row.itemId }),
          })),
        }}
      />
      <ChartFrame
        title="On hand against reorder point"
        kind="bar"
        definition="Quantity on hand, in the unit of each item, and the quantity at which it should be ordered again."
        figures={{
          xLabel: "Item",
          format: { style: "number", decimals: 1 },
          series: [
            { key: "onHand", label: "On hand" },
            { key: "reorder", label: "Reorder point" },
          ],
          rows: rows.map((row) => ({
            label: `${row.name} (${row.unit})`,
            values: { onHand: row.onHand, reorder: row.reorderPoint },
            href: behind({ key: row.itemId }),
          })),
        }}
      />
      <ChartFrame
        title="Value on hand"
        kind="bar"
        definition="Quantity on hand times the unit cost."
        figures={{
          xLabel: "Item",
          format: { style: "money", currency },
          series: [{ key: "value", label: "Value" }],
          rows: rows.map((row) => ({
            label: row.name,
            values: { value: row.value },
            href: behind({ key: row.itemId }),
          })),
        }}
      />
    </div>
  );
}
