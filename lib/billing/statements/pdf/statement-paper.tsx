import { Document, Text, View } from "@react-pdf/renderer";
import { type InvoiceWords, invoiceWords } from "../../invoice-words";
import { PaperHead } from "../../pdf/paper-head";
import { PaperPage } from "../../pdf/paper-page";
import { paper } from "../../pdf/paper-styles";
import { AGE_LABEL, AGES } from "../ageing";
import type { StatementContents } from "../send-statement";
import { EntriesTable } from "./entries-table";
import { OpenTable } from "./open-table";

/** A statement on paper: the entries of its period with the running balance, what is open by due day, and the ageing. */
export function StatementPaper({
  contents,
  locale,
  dated,
}: {
  contents: StatementContents;
  locale: string;
  dated: Date;
}) {
  const { parties, currency, from, to, closing, overdue } = contents;
  const { lab, practice } = parties;
  const words = invoiceWords(locale, currency);
  const title = `Statement ${practice.code} ${to}`;
  return (
    <Document
      title={`${title}, ${lab.name}`}
      author={lab.name}
      creator="Casepan"
      producer="Casepan"
      creationDate={dated}
      modificationDate={dated}
    >
      <PaperPage name={title} lab={lab} locale={locale}>
        <PaperHead
          title="Statement"
          toWords="Account of"
          parties={parties}
          facts={[
            ["As of", words.day(to)],
            ["From", words.day(from)],
            ["Currency", currency],
            [closing.startsWith("-") ? "In your credit" : "Balance owed", words.money(closing.replace("-", ""))],
            ["Of that overdue", overdue === "0.00" ? null : words.money(overdue)],
          ]}
        />
        <EntriesTable contents={contents} words={words} />
        <OpenTable contents={contents} words={words} />
        <Ages contents={contents} words={words} />
        {lab.bankAccount && !closing.startsWith("-") && closing !== "0.00" && (
          <View style={paper.pay} wrap={false}>
            <Text style={[paper.strong, { marginBottom: 3 }]}>How to pay</Text>
            <Text>{[lab.name, lab.bankName, lab.bankAccount].filter(Boolean).join(" · ")}</Text>
            <Text>Reference: the numbers of the invoices, or account {practice.code}</Text>
          </View>
        )}
      </PaperPage>
    </Document>
  );
}

/** What is owed by how long it is overdue, with the unallocated credit, in one row. */
function Ages({ contents, words }: { contents: StatementContents; words: InvoiceWords }) {
  const cells: [string, string][] = [
    ...AGES.map((age): [string, string] => [AGE_LABEL[age], words.money(contents.ageing[age])]),
    ["Credit", words.money(contents.credit)],
    ["Balance", words.money(contents.closing)],
  ];
  return (
    <View style={{ marginTop: 18 }} wrap={false}>
      <View style={paper.headRow}>
        {cells.map(([label]) => (
          <Text key={label} style={{ flex: 1, textAlign: "right" }}>
            {label}
          </Text>
        ))}
      </View>
      <View style={paper.row}>
        {cells.map(([label, value]) => (
          <Text key={label} style={[{ flex: 1, textAlign: "right" }, label === "Balance" ? { fontWeight: 600 } : {}]}>
            {value}
          </Text>
        ))}
      </View>
    </View>
  );
}
