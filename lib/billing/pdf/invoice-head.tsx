import type { InvoiceDetail } from "../invoice-detail";
import type { InvoiceWords } from "../invoice-words";
import { creditorReference, inGroups } from "./creditor-reference";
import { PaperHead } from "./paper-head";

type HeadProps = { invoice: InvoiceDetail; words: InvoiceWords };

/** Who invoices whom, and the particulars a bookkeeper files by. */
export function InvoiceHead({ invoice, words }: HeadProps) {
  const { paymentTermsDays } = invoice.parties;
  const reference = invoice.number && creditorReference(invoice.number);
  return (
    <PaperHead
      title="Invoice"
      toWords="Invoice to"
      parties={invoice.parties}
      facts={[
        ["Invoice number", invoice.number ?? "not yet given"],
        ["Invoice date", invoice.issuedOn && words.day(invoice.issuedOn)],
        ["Delivered (tax point)", deliveryOf(invoice, words)],
        ["Payment terms", paymentTermsDays === 0 ? "due at once" : `${paymentTermsDays} days`],
        ["Due date", invoice.dueOn && words.day(invoice.dueOn)],
        ["Payment reference", reference ? inGroups(reference) : invoice.number],
      ]}
    />
  );
}

/** The day of delivery, or the first and the last; of lines without one the month, if the invoice is for one. */
function deliveryOf({ lines, periodMonth }: InvoiceDetail, words: InvoiceWords): string | null {
  const days = lines.flatMap(({ deliveredOn }) => deliveredOn ?? []).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return periodMonth && words.month(periodMonth);
  return first === last ? words.day(first) : `${words.shortDay(first)} – ${words.shortDay(last)}`;
}
