import { StyleSheet, Text, View } from "@react-pdf/renderer";
import type { InvoiceWords } from "../../invoice-words";
import { paper } from "../../pdf/paper-styles";
import type { StatementContents } from "../send-statement";

const column = StyleSheet.create({
  number: { flex: 1 },
  day: { width: 92 },
  late: { width: 62, textAlign: "right" },
  money: { width: 76, textAlign: "right" },
});

/** The invoices with something owed, the longest due first. */
export function OpenTable({ contents: { open }, words }: { contents: StatementContents; words: InvoiceWords }) {
  if (open.length === 0) return null;
  return (
    <View style={{ marginTop: 18 }}>
      <Text style={[paper.strong, { marginBottom: 4 }]}>Open invoices</Text>
      <View style={paper.headRow}>
        <Text style={column.number}>Invoice</Text>
        <Text style={column.day}>Issued</Text>
        <Text style={column.day}>Due</Text>
        <Text style={column.late}>Days overdue</Text>
        <Text style={column.money}>Total</Text>
        <Text style={column.money}>Owed</Text>
      </View>
      {open.map((invoice) => (
        <View key={invoice.id} style={paper.row} wrap={false}>
          <Text style={column.number}>{invoice.number}</Text>
          <Text style={column.day}>{words.day(invoice.issuedOn)}</Text>
          <Text style={column.day}>{words.day(invoice.dueOn)}</Text>
          <Text style={column.late}>{invoice.daysOverdue > 0 ? invoice.daysOverdue : "–"}</Text>
          <Text style={column.money}>{words.money(invoice.total)}</Text>
          <Text style={column.money}>{words.money(invoice.balance)}</Text>
        </View>
      ))}
    </View>
  );
}
