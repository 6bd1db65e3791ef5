import { letterBody } from "@/lib/mail/letter";
import { Letter, Line } from "@/lib/mail/letters/letter";
import type { InvoiceDetail } from "./invoice-detail";
import { invoiceWords } from "./invoice-words";

/** The letter that a sent invoice goes out with, in the lab's locale, as subject, plain text and HTML. */
export async function invoiceLetter(
  invoice: InvoiceDetail,
  locale: string,
): Promise<{ subject: string; text: string; html: string }> {
  const words = invoiceWords(locale, invoice.currency);
  const { lab, practice } = invoice.parties;
  const subject = `Invoice ${invoice.number} from ${lab.name}`;
  const account = [lab.bankName, lab.bankAccount].filter(Boolean).join(" · ");
  const body = await letterBody(
    <Letter
      preview={`${words.money(invoice.total)}${invoice.dueOn ? `, due on ${words.day(invoice.dueOn)}` : ""}`}
      heading={`Invoice ${invoice.number}`}
      from={[lab.name, ...lab.address, lab.phone].filter(Boolean).join(" · ")}
      link={{ href: `${process.env.NEXTAUTH_URL ?? ""}/portal/invoices/${invoice.id}`, label: "Open the invoice" }}
      footnote="The invoice is attached as a PDF."
    >
      <Line>Dear {practice.name},</Line>
      <Line>
        here is invoice {invoice.number} over {words.money(invoice.total)}
        {invoice.periodMonth ? ` for the work delivered in ${words.month(invoice.periodMonth)}` : ""}
        {invoice.dueOn ? `, due on ${words.day(invoice.dueOn)}` : ""}.
      </Line>
      <Line>
        {account ? `Please pay to ${account}, with ` : "Please give "}
        {invoice.number} as the payment reference.
      </Line>
    </Letter>,
  );
  return { subject, ...body };
}
