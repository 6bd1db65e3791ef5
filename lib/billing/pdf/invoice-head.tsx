import { Text, View } from "@react-pdf/renderer";
import type { InvoiceDetail } from "../invoice-detail";
import type { InvoiceWords } from "../invoice-words";
import { paper } from "./paper-styles";

type HeadProps = { invoice: InvoiceDetail; words: InvoiceWords };

/** Who invoices whom, and the particulars a bookkeeper files by. */
export function InvoiceHead({ invoice, words }: HeadProps) {
  const { lab, practice, paymentTermsDays } = invoice.parties;
  const facts: [string, string | null][] = [
    ["Invoice number", invoice.number ?? "not yet given"],
    ["Invoice date", invoice.issuedOn && words.day(invoice.issuedOn)],
    ["Work delivered in", invoice.periodMonth && words.month(invoice.periodMonth)],
    ["Payment terms", paymentTermsDays === 0 ? "due at once" : `${paymentTermsDays} days`],
    ["Due date", invoice.dueOn && words.day(invoice.dueOn)],
    ["Payment reference", invoice.number],
  ];
  return (
    <View>
      <View style={paper.head}>
        <View style={{ width: 280 }}>
          <Text style={paper.labName}>{lab.name}</Text>
          <Lines of={lab.address} />
          <Lines of={[lab.phone, lab.email]} />
          <Lines
            of={[
              lab.taxId && `Tax ID ${lab.taxId}`,
              lab.registrationNumber && `Registration ${lab.registrationNumber}`,
            ]}
          />
        </View>
        <Text style={paper.title}>Invoice</Text>
      </View>
      <View style={paper.parties}>
        <View style={{ width: 250 }}>
          <Text style={paper.small}>Invoice to</Text>
          <Text style={paper.strong}>{practice.name}</Text>
          <Lines of={practice.address} />
          <Lines of={[practice.taxId && `Tax ID ${practice.taxId}`, `Account ${practice.code}`]} />
        </View>
        <View style={paper.facts}>
          {facts.map(([term, value]) =>
            value ? (
              <View key={term} style={paper.fact}>
                <Text style={paper.grey}>{term}</Text>
                <Text style={paper.strong}>{value}</Text>
              </View>
            ) : null,
          )}
        </View>
      </View>
    </View>
  );
}

/** One text per line, blanks left out. */
export function Lines({ of }: { of: readonly (string | null | "")[] }) {
  return of.map((line) => (line ? <Text key={line}>{line}</Text> : null));
}
