import type { InvoiceDetail } from "@/lib/billing/invoice-detail";
import { taxSummary } from "@/lib/billing/tax-summary";
import { Panel } from "../ui/card";
import { Money } from "../ui/money";

/** Tax by rate and the totals down to what is owed. */
export function TotalsPanel({ invoice }: { invoice: InvoiceDetail }) {
  const money = (amount: string) => <Money amount={amount} currency={invoice.currency} />;
  const rows: [term: string, amount: string, strong?: boolean][] = [
    ["Net", invoice.subtotal],
    ...taxSummary(invoice.lines).map(({ taxPercent, tax }): [string, string] => [`Tax ${Number(taxPercent)} %`, tax]),
    ["Total", invoice.total, true],
  ];
  if (invoice.number && invoice.status !== "cancelled") {
    rows.push(["Paid", invoice.paidTotal], ["Balance due", invoice.balance, true]);
  }
  return (
    <Panel title="Totals">
      <dl className="flex flex-col gap-1.5 text-sm">
        {rows.map(([term, amount, strong]) => (
          <div
            key={term}
            className={
              strong ? "flex justify-between gap-4 border-t pt-1.5 font-semibold" : "flex justify-between gap-4"
            }
          >
            <dt className={strong ? "" : "text-muted"}>{term}</dt>
            <dd>{money(amount)}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
