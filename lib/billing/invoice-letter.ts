import { addressOf } from "@/lib/access/tokens";
import type { Transaction } from "@/lib/db/transaction";
import { type WrittenLetter, writeLetter } from "@/lib/mail/templates/write-letter";
import type { InvoiceDetail } from "./invoice-detail";
import { invoiceWords } from "./invoice-words";

/** The letter that a sent invoice goes out with to `to`: days and money in the lab's locale, words as the lab has them. */
export function invoiceLetter(
  tx: Transaction,
  invoice: InvoiceDetail,
  lab: { id: string; locale: string },
  to: string,
): Promise<WrittenLetter> {
  const words = invoiceWords(lab.locale, invoice.currency);
  const { lab: sender, practice } = invoice.parties;
  return writeLetter(tx, "invoice", {
    labId: lab.id,
    to,
    from: [sender.name, ...sender.address, sender.phone].filter(Boolean).join(" · "),
    href: addressOf(`/portal/invoices/${invoice.id}`),
    values: {
      practice: practice.name,
      number: invoice.number,
      total: words.money(invoice.total),
      month: invoice.periodMonth && words.month(invoice.periodMonth),
      due: invoice.dueOn && words.day(invoice.dueOn),
      bank: [sender.bankName, sender.bankAccount].filter(Boolean).join(" · "),
      lab: sender.name,
    },
  });
}
