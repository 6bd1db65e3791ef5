import { Document, Text, View } from "@react-pdf/renderer";
import type { InvoiceDetail } from "../invoice-detail";
import { type InvoiceWords, invoiceWords } from "../invoice-words";
import { creditorReference, inGroups } from "./creditor-reference";
import { InvoiceHead } from "./invoice-head";
import { LinesTable } from "./lines-table";
import { PaperPage } from "./paper-page";
import { paper } from "./paper-styles";
import { Sums } from "./sums";

const WATERMARK: Partial<Record<InvoiceDetail["status"], string>> = { draft: "Draft", cancelled: "Cancelled" };

/**
 * The invoice on paper, A4 or, for North American locales, Letter. Nothing in it depends on the clock or on what was paid, so the same
 * invoice gives the same bytes.
 */
export function InvoicePaper({ invoice, locale }: { invoice: InvoiceDetail; locale: string }) {
  const words = invoiceWords(locale, invoice.currency);
  const { lab } = invoice.parties;
  const name = invoice.number ?? "draft invoice";
  const dated = invoice.sentAt ?? invoice.createdAt;
  return (
    <Document
      title={`${name}, ${lab.name}`}
      author={lab.name}
      creator="Casepan"
      producer="Casepan"
      creationDate={dated}
      modificationDate={dated}
    >
      <PaperPage name={name} lab={lab} locale={locale} mark={WATERMARK[invoice.status]}>
        <InvoiceHead invoice={invoice} words={words} />
        <LinesTable lines={invoice.lines} words={words} />
        <View wrap={false}>
          <Sums invoice={invoice} words={words} />
          {invoice.number && invoice.status !== "cancelled" && <HowToPay invoice={invoice} words={words} />}
        </View>
        {invoice.notes && <Text style={{ marginTop: 14 }}>{invoice.notes}</Text>}
        {lab.footer && <Text style={[paper.small, { marginTop: 14 }]}>{lab.footer}</Text>}
      </PaperPage>
    </Document>
  );
}

function HowToPay({ invoice, words }: { invoice: InvoiceDetail; words: InvoiceWords }) {
  const { lab } = invoice.parties;
  const number = invoice.number as string;
  const reference = creditorReference(number);
  if (!lab.bankName && !lab.bankAccount) return null;
  const facts: [string, string | null][] = [
    ["Pay to", [lab.name, lab.bankName].filter(Boolean).join(", ")],
    ["Account", lab.bankAccount],
    ["Reference", reference ? `${inGroups(reference)}  or  ${number}` : number],
  ];
  return (
    <View style={paper.pay}>
      <Text style={[paper.strong, { marginBottom: 3 }]}>
        How to pay {words.money(invoice.total)}
        {invoice.dueOn ? `, by ${words.day(invoice.dueOn)}` : ""}
      </Text>
      {facts.map(([term, value]) =>
        value ? (
          <View key={term} style={{ flexDirection: "row" }}>
            <Text style={[paper.grey, { width: 70 }]}>{term}</Text>
            <Text>{value}</Text>
          </View>
        ) : null,
      )}
    </View>
  );
}
