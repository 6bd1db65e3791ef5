import { Text, View } from "@react-pdf/renderer";
import type { InvoiceLine } from "../invoice-detail";
import type { InvoiceWords } from "../invoice-words";
import { columns, paper } from "./paper-styles";

/** The lines by case and patient code. The head repeats on each page and a line is never torn: both are the page's own children. */
export function LinesTable({ lines, words }: { lines: readonly InvoiceLine[]; words: InvoiceWords }) {
  return (
    <>
      <View style={paper.headRow} fixed>
        <Text style={columns.case}>Case · patient</Text>
        <Text style={columns.description}>Description</Text>
        <Text style={columns.quantity}>Qty</Text>
        <Text style={columns.price}>Unit price</Text>
        <Text style={columns.discount}>Disc.</Text>
        <Text style={columns.tax}>Tax</Text>
        <Text style={columns.net}>Net</Text>
      </View>
      {lines.map((line) => (
        <View key={line.id} style={paper.row} wrap={false}>
          <View style={columns.case}>
            <Text>{line.caseNumber ?? "–"}</Text>
            {line.patient && <Text style={paper.small}>{line.patient}</Text>}
          </View>
          <Text style={columns.description}>{line.description}</Text>
          <Text style={columns.quantity}>{words.figure(line.quantity)}</Text>
          <Text style={columns.price}>{words.money(line.unitPrice)}</Text>
          <Text style={columns.discount}>
            {line.discountPercent === "0.00" ? "" : `${words.figure(line.discountPercent)} %`}
          </Text>
          <Text style={columns.tax}>{words.figure(line.taxPercent)} %</Text>
          <Text style={columns.net}>{words.money(line.net)}</Text>
        </View>
      ))}
    </>
  );
}
