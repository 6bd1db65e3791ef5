import { Document, Page, Text, View } from "@react-pdf/renderer";
import type { InvoiceDetail } from "../invoice-detail";
import { invoiceWords } from "../invoice-words";
import { InvoiceHead } from "./invoice-head";
import { LinesTable } from "./lines-table";
import { paper } from "./paper-styles";
import { Sums } from "./sums";

const WATERMARK: Partial<Record<InvoiceDetail["status"], string>> = { draft: "Draft", cancelled: "Cancelled" };

/**
 * The invoice on paper, A4 or, for North American locales, Letter. Nothing in it depends on the clock, so the same invoice gives the
 * same bytes.
 */
export function InvoicePaper({ invoice, locale }: { invoice: InvoiceDetail; locale: string }) {
  const words = invoiceWords(locale, invoice.currency);
  const { lab } = invoice.parties;
  const mark = WATERMARK[invoice.status];
  const name = invoice.number ?? "draft invoice";
  const isLetter = /-(US|CA)$/.test(locale);
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
      <Page size={isLetter ? "LETTER" : "A4"} style={paper.page}>
        {mark && (
          <Text style={paper.watermark} fixed>
            {mark}
          </Text>
        )}
        <InvoiceHead invoice={invoice} words={words} />
        <LinesTable lines={invoice.lines} words={words} />
        <Sums invoice={invoice} words={words} />
        {invoice.number && invoice.status !== "cancelled" && (lab.bankName || lab.bankAccount) && (
          <View style={paper.pay} wrap={false}>
            <Text style={paper.strong}>How to pay{invoice.dueOn ? `, by ${words.day(invoice.dueOn)}` : ""}</Text>
            <Text>{[lab.name, lab.bankName, lab.bankAccount].filter(Boolean).join(" · ")}</Text>
            <Text>Please give {invoice.number} as the payment reference.</Text>
          </View>
        )}
        {invoice.notes && <Text style={{ marginTop: 14 }}>{invoice.notes}</Text>}
        <View style={paper.foot} fixed>
          <Text>{[lab.name, lab.taxId && `Tax ID ${lab.taxId}`].filter(Boolean).join(" · ")}</Text>
        </View>
        <Text
          fixed
          style={[paper.pageNumber, { top: isLetter ? 743 : 793 }]}
          render={({ pageNumber, totalPages }) => `${name} · page ${pageNumber} of ${totalPages}`}
        />
      </Page>
    </Document>
  );
}
