import { Document, Text, View } from "@react-pdf/renderer";
import { type InvoiceWords, invoiceWords } from "../../invoice-words";
import { PaperHead } from "../../pdf/paper-head";
import { PaperPage } from "../../pdf/paper-page";
import { columns, paper } from "../../pdf/paper-styles";
import { exemptMarks, TaxByRate, Totals } from "../../pdf/sums";
import { taxSummary } from "../../tax-summary";
import type { CreditNoteDetail } from "../credit-notes";

/**
 * The credit note on paper, with the invoice that it corrects and why. Nothing in it depends on the clock or on what was done with the
 * credit, so the same note gives the same bytes.
 */
export function CreditNotePaper({ note, locale }: { note: CreditNoteDetail; locale: string }) {
  const words = invoiceWords(locale, note.currency);
  const { lab } = note.parties;
  return (
    <Document
      title={`${note.number}, ${lab.name}`}
      author={lab.name}
      creator="Casepan"
      producer="Casepan"
      creationDate={note.createdAt}
      modificationDate={note.createdAt}
    >
      <PaperPage name={note.number} lab={lab} locale={locale}>
        <PaperHead
          title="Credit note"
          toWords="Credit to"
          parties={note.parties}
          facts={[
            ["Credit note number", note.number],
            ["Date", words.day(note.issuedOn)],
            ["For invoice", note.invoiceNumber],
            ["Invoice date", words.day(note.invoiceIssuedOn)],
            ["Reason", note.reason],
          ]}
        />
        <Lines note={note} words={words} />
        <View wrap={false}>
          <View style={paper.sums}>
            <TaxByRate rates={taxSummary(note.lines)} words={words} />
            <Totals currency={note.currency} net={note.subtotal} tax={note.taxTotal} total={note.total} words={words} />
          </View>
          <Text style={{ marginTop: 14 }}>
            This amount is given back to you: it settles what is still owed on invoice {note.invoiceNumber}, and what is
            over is your credit with us.
          </Text>
        </View>
        {lab.footer && <Text style={[paper.small, { marginTop: 14 }]}>{lab.footer}</Text>}
      </PaperPage>
    </Document>
  );
}

function Lines({ note, words }: { note: CreditNoteDetail; words: InvoiceWords }) {
  const marks = exemptMarks(taxSummary(note.lines));
  return (
    <View>
      <View style={paper.headRow} fixed>
        <Text style={columns.case}>Case · patient</Text>
        <Text style={columns.description}>Description</Text>
        <Text style={columns.net}>Net</Text>
        <Text style={columns.tax}>Tax</Text>
      </View>
      {note.lines.map((line) => (
        <View key={line.id} style={paper.row} wrap={false}>
          <View style={columns.case}>
            <Text>{line.caseNumber ?? "–"}</Text>
            {line.patient && <Text style={paper.small}>Patient {line.patient}</Text>}
          </View>
          <Text style={columns.description}>{line.description}</Text>
          <Text style={columns.net}>{words.money(line.net)}</Text>
          <Text style={columns.tax}>
            {line.exemptNote ? `exempt${marks.get(line.exemptNote) ?? ""}` : `${words.figure(line.taxPercent)} %`}
          </Text>
        </View>
      ))}
    </View>
  );
}
