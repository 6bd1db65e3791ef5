import { Text, View } from "@react-pdf/renderer";
import type { InvoiceDetail } from "../invoice-detail";
import type { InvoiceWords } from "../invoice-words";
import { type TaxSummaryRow, taxSummary } from "../tax-summary";
import { paper } from "./paper-styles";

type SumsProps = { invoice: InvoiceDetail; words: InvoiceWords };

/**
 * Tax by rate on the left, the totals on the right; kept together on one page. What was paid is not here: it changes, and the paper of
 * what was sent does not.
 */
export function Sums({ invoice, words }: SumsProps) {
  return (
    <View style={paper.sums} wrap={false}>
      <TaxByRate rates={taxSummary(invoice.lines)} words={words} />
      <Totals
        currency={invoice.currency}
        net={invoice.subtotal}
        tax={invoice.taxTotal}
        total={invoice.total}
        words={words}
      />
    </View>
  );
}

type TotalsProps = { currency: string; net: string; tax: string; total: string; words: InvoiceWords };

/** Net, tax and total of a paper in its currency (decimal strings). */
export function Totals({ currency, net, tax, total, words }: TotalsProps) {
  return (
    <View style={{ width: 200 }}>
      <Sum term="Net" value={words.money(net)} />
      <Sum term="Tax" value={words.money(tax)} />
      <View style={[paper.sum, paper.grandTotal]}>
        <Text>Total {currency}</Text>
        <Text>{words.money(total)}</Text>
      </View>
    </View>
  );
}

/** Marks that tell reasons for no tax apart where a paper has more than one: " (1)", " (2)". */
export function exemptMarks(rates: readonly TaxSummaryRow[]): Map<string, string> {
  const notes = rates.flatMap(({ exemptNote }) => exemptNote ?? []);
  return new Map(notes.map((note, i) => [note, notes.length > 1 ? ` (${i + 1})` : ""]));
}

/** Net and tax by rate, with the reason under what is exempt. */
export function TaxByRate({ rates, words }: { rates: readonly TaxSummaryRow[]; words: InvoiceWords }) {
  const cell = { width: 74, textAlign: "right" } as const;
  const marks = exemptMarks(rates);
  return (
    <View style={{ width: 280 }}>
      <View style={paper.headRow}>
        <Text style={{ flex: 1 }}>Tax summary</Text>
        <Text style={cell}>Net</Text>
        <Text style={cell}>Tax</Text>
      </View>
      {rates.map((rate) => (
        <View
          key={`${rate.taxPercent} ${rate.taxName} ${rate.exemptNote}`}
          style={[paper.row, { paddingVertical: 2.5 }]}
        >
          <View style={{ flex: 1, paddingRight: 6 }}>
            <Text>
              {rate.exemptNote
                ? `Exempt${marks.get(rate.exemptNote) ?? ""}`
                : `${rate.taxName ? `${rate.taxName} ` : ""}${words.figure(rate.taxPercent)} %`}
            </Text>
            {rate.exemptNote && <Text style={paper.small}>{rate.exemptNote}</Text>}
          </View>
          <Text style={cell}>{words.money(rate.net)}</Text>
          <Text style={cell}>{words.money(rate.tax)}</Text>
        </View>
      ))}
    </View>
  );
}

function Sum({ term, value }: { term: string; value: string }) {
  return (
    <View style={paper.sum}>
      <Text style={paper.grey}>{term}</Text>
      <Text>{value}</Text>
    </View>
  );
}
