import { StyleSheet, Text, View } from "@react-pdf/renderer";
import type { InvoiceWords } from "../../invoice-words";
import { paper } from "../../pdf/paper-styles";
import { entryDetail, entryName } from "../entry-words";
import type { StatementContents } from "../send-statement";

const column = StyleSheet.create({
  day: { width: 96 },
  what: { flex: 1, paddingRight: 8 },
  money: { width: 84, textAlign: "right" },
});

/** The entries between the opening and the closing balance; the head repeats on each page. */
export function EntriesTable({ contents, words }: { contents: StatementContents; words: InvoiceWords }) {
  const { entries, opening, closing, from, to } = contents;
  return (
    <>
      <View style={paper.headRow} fixed>
        <Text style={column.day}>Date</Text>
        <Text style={column.what}>Entry</Text>
        <Text style={column.money}>Amount</Text>
        <Text style={column.money}>Balance</Text>
      </View>
      <Carried day={words.day(from)} what="Opening balance" balance={words.money(opening)} />
      {entries.map((entry) => (
        <View key={`${entry.kind} ${entry.id}`} style={paper.row} wrap={false}>
          <Text style={column.day}>{words.day(entry.day)}</Text>
          <View style={column.what}>
            <Text>{entryName(entry)}</Text>
            {entryDetail(entry) !== "" && <Text style={paper.small}>{entryDetail(entry)}</Text>}
          </View>
          <Text style={column.money}>{words.money(entry.amount)}</Text>
          <Text style={column.money}>{words.money(entry.balance)}</Text>
        </View>
      ))}
      <Carried day={words.day(to)} what="Closing balance" balance={words.money(closing)} />
    </>
  );
}

function Carried({ day, what, balance }: { day: string; what: string; balance: string }) {
  return (
    <View style={[paper.row, paper.strong]} wrap={false}>
      <Text style={column.day}>{day}</Text>
      <Text style={column.what}>{what}</Text>
      <Text style={column.money} />
      <Text style={column.money}>{balance}</Text>
    </View>
  );
}
