import { Text, View } from "@react-pdf/renderer";
import type { InvoiceLine } from "../invoice-detail";
import type { InvoiceWords } from "../invoice-words";
import { taxSummary } from "../tax-summary";
import { columns, paper } from "./paper-styles";
import { exemptMarks } from "./sums";

/** The lines by case, patient code and dentist. The head repeats on each page with lines, and a line is never torn. */
export function LinesTable({ lines, words }: { lines: readonly InvoiceLine[]; words: InvoiceWords }) {
  const marks = exemptMarks(taxSummary(lines));
  return (
    <View>
      <View style={paper.headRow} fixed>
        <Text style={columns.case}>Case · patient</Text>
        <Text style={columns.description}>Description</Text>
        <Text style={columns.quantity}>Qty</Text>
        <Text style={columns.price}>Unit price</Text>
        <Text style={columns.discount}>Disc.</Text>
        <Text style={columns.net}>Net</Text>
        <Text style={columns.tax}>Tax</Text>
      </View>
      {lines.map((line) => (
        <View key={line.id} style={paper.row} wrap={false}>
          <View style={columns.case}>
            <Text>{line.caseNumber ?? "–"}</Text>
            {line.patient && <Text style={paper.small}>Patient {line.patient}</Text>}
          </View>
          <View style={columns.description}>
            <Text>{line.description}</Text>
            <Text style={paper.small}>
              {[line.dentist, line.deliveredOn && `delivered ${words.shortDay(line.deliveredOn)}`]
                .filter(Boolean)
                .join(" · ")}
            </Text>
          </View>
          <Text style={columns.quantity}>{words.figure(line.quantity)}</Text>
          <Text style={columns.price}>{words.money(line.unitPrice)}</Text>
          <Text style={columns.discount}>
            {line.discountPercent === "0.00" ? "" : `${words.figure(line.discountPercent)} %`}
          </Text>
          <Text style={columns.net}>{words.money(line.net)}</Text>
          <Text style={columns.tax}>
            {line.exemptNote ? `exempt${marks.get(line.exemptNote) ?? ""}` : `${words.figure(line.taxPercent)} %`}
          </Text>
        </View>
      ))}
    </View>
  );
}
