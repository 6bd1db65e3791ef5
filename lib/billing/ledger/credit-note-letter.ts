import { addressOf } from "@/lib/access/tokens";
import type { Transaction } from "@/lib/db/transaction";
import { type WrittenLetter, writeLetter } from "@/lib/mail/templates/write-letter";
import { invoiceWords } from "../invoice-words";
import type { CreditNoteDetail } from "./credit-notes";

/** The letter that a credit note goes out with to `to`: money in the lab's locale, words as the lab has them. */
export function creditNoteLetter(
  tx: Transaction,
  note: CreditNoteDetail,
  lab: { id: string; locale: string },
  to: string,
): Promise<WrittenLetter> {
  const words = invoiceWords(lab.locale, note.currency);
  const { lab: sender, practice } = note.parties;
  return writeLetter(tx, "credit_note", {
    labId: lab.id,
    to,
    from: [sender.name, ...sender.address, sender.phone].filter(Boolean).join(" · "),
    href: addressOf(`/portal/invoices/${note.invoiceId}`),
    values: {
      practice: practice.name,
      number: note.number,
      total: words.money(note.total),
      invoice: note.invoiceNumber,
      reason: note.reason,
      lab: sender.name,
    },
  });
}
