import { letterBody } from "@/lib/mail/letter";
import { Letter, Line } from "@/lib/mail/letters/letter";
import { invoiceWords } from "../invoice-words";
import type { CreditNoteDetail } from "./credit-notes";

/** The letter that a credit note goes out with, in the lab's locale (BCP 47), as subject, plain text and HTML. */
export async function creditNoteLetter(
  note: CreditNoteDetail,
  locale: string,
): Promise<{ subject: string; text: string; html: string }> {
  const words = invoiceWords(locale, note.currency);
  const { lab, practice } = note.parties;
  const body = await letterBody(
    <Letter
      preview={`${words.money(note.total)} given back on invoice ${note.invoiceNumber}`}
      heading={`Credit note ${note.number}`}
      from={[lab.name, ...lab.address, lab.phone].filter(Boolean).join(" · ")}
      link={{ href: `${process.env.NEXTAUTH_URL ?? ""}/portal/invoices/${note.invoiceId}`, label: "Open the invoice" }}
      footnote="The credit note is attached as a PDF."
    >
      <Line>Dear {practice.name},</Line>
      <Line>
        here is credit note {note.number} over {words.money(note.total)} for invoice {note.invoiceNumber}. The reason:{" "}
        {note.reason}
      </Line>
      <Line>It settles what is still owed on that invoice first; what is over is your credit with us.</Line>
    </Letter>,
  );
  return { subject: `Credit note ${note.number} from ${lab.name}`, ...body };
}
