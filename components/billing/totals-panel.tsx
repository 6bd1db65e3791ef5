import { fromHundredths, toHundredths } from "@/lib/billing/hundredths";
import type { InvoiceDetail } from "@/lib/billing/invoice-detail";
import { taxSummary } from "@/lib/billing/tax-summary";
import { Panel } from "../ui/card";
import { Money } from "../ui/money";

type TotalsPanelProps = {
  invoice: InvoiceDetail;
  /** What credit notes settle of it, a decimal string. */
  settledByCredit: string;
};

/** Tax by rate and the totals down to what is owed. */
export function TotalsPanel({ invoice, settledByCredit }: TotalsPanelProps) {
  const money = (amount: string) => <Money amount={amount} currency={invoice.currency} />;
  const rows: [term: string, amount: string, strong?: boolean][] = [
    ["Net", invoice.subtotal],
    ...taxSummary(invoice.lines).map(({ taxPercent, taxName, exemptNote, tax }): [string, string] => [
      exemptNote ? "Exempt" : `${taxName ?? "Tax"} ${Number(taxPercent)} %`,
      tax,
    ]),
    ["Total", invoice.total, true],
  ];
  if (invoice.number && invoice.status !== "cancelled") {
    rows.push(["Paid", fromHundredths(toHundredths(invoice.paidTotal) - toHundredths(settledByCredit))]);
    if (settledByCredit !== "0.00") rows.push(["Credited", settledByCredit]);
    rows.push(["Balance due", invoice.balance, true]);
  }
  return (
    <Panel title="Totals">
      <dl className="flex flex-col gap-1.5 text-sm">
        {rows.map(([term, amount, strong], i) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: two reasons for no tax have the same word, and the order is fixed.
            key={i}
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
