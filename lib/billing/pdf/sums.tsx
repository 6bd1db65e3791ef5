import { Text, View } from "@react-pdf/renderer";
import type { InvoiceDetail } from "../invoice-detail";
import type { InvoiceWords } from "../invoice-words";
import { taxSummary } from "../tax-summary";
import { paper } from "./paper-styles";

type SumsProps = { invoice: InvoiceDetail; words: InvoiceWords };

/** Tax by rate on the left, the totals down to what is owed on the right; kept together on one page. */
export function Sums({ invoice, words }: SumsProps) {
  return (
    <View style={paper.sums} wrap={false}>
      <TaxByRate invoice={invoice} words={words} />
      <View style={{ width: 210 }}>
        <Sum term="Net" value={words.money(invoice.subtotal)} />
        <Sum term="Tax" value={words.money(invoice.taxTotal)} />
        <View style={[paper.sum, paper.grandTotal]}>
          <Text>Total {invoice.currency}</Text>
          <Text>{words.money(invoice.total)}</Text>
        </View>
        {invoice.number && (
          <View style={{ marginTop: 3 }}>
            <Sum term="Paid" value={words.money(invoice.paidTotal)} />
            <View style={[paper.sum, paper.strong]}>
              <Text>Balance due</Text>
              <Text>{words.money(invoice.status === "cancelled" ? "0.00" : invoice.balance)}</Text>
            </View>
          </View>
        )}
      </View>
    </View>
  );
}

function TaxByRate({ invoice, words }: SumsProps) {
  const cell = { width: 66, textAlign: "right" } as const;
  return (
    <View style={{ width: 200 }}>
      <View style={paper.headRow}>
        <Text style={{ flex: 1 }}>Tax rate</Text>
        <Text style={cell}>Net</Text>
        <Text style={cell}>Tax</Text>
      </View>
      {taxSummary(invoice.lines).map((rate) => (
        <View key={rate.taxPercent} style={[paper.row, { paddingVertical: 2.5 }]}>
          <Text style={{ flex: 1 }}>{words.figure(rate.taxPercent)} %</Text>
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
