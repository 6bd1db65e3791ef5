import Link from "next/link";
import type { InvoiceDetail } from "@/lib/billing/invoice-detail";
import type { InvoiceLedger } from "@/lib/billing/ledger/invoice-ledger";
import { PAYMENT_METHOD_LABEL } from "@/lib/billing/vocabulary";
import { Panel } from "../ui/card";
import { Money } from "../ui/money";
import { DateTime } from "../ui/time";

type PaymentsPanelProps = {
  invoice: Pick<InvoiceDetail, "payments" | "currency">;
  creditFrom: InvoiceLedger["creditFrom"];
  /** Where the reader looks at invoices: `/invoices` or `/portal/invoices`. Payments are looked at in the lab alone. */
  path: "/invoices" | "/portal/invoices";
};

/** What settled the invoice: the payments received, the first one first, and credit notes of other invoices. */
export function PaymentsPanel({ invoice, creditFrom, path }: PaymentsPanelProps) {
  const { payments, currency } = invoice;
  const count = payments.length + creditFrom.length;
  return (
    <Panel title="Payments" aside={count > 0 ? count : undefined}>
      {count === 0 ? (
        <p className="text-sm text-muted">Nothing received yet.</p>
      ) : (
        <ul className="flex flex-col gap-2.5 text-sm">
          {payments.map((payment) => (
            <li key={payment.id} className="flex justify-between gap-4">
              <span className="min-w-0">
                <DateTime iso={payment.receivedOn} format="date" />,{" "}
                {path === "/invoices" ? (
                  <Link href={`/invoices/payments/${payment.id}`} className="text-accent-text hover:underline">
                    {PAYMENT_METHOD_LABEL[payment.method].toLowerCase()}
                  </Link>
                ) : (
                  PAYMENT_METHOD_LABEL[payment.method].toLowerCase()
                )}
                <span className="block text-xs break-words text-muted">
                  {[payment.reference, payment.recordedBy && `recorded by ${payment.recordedBy}`]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </span>
              <Money amount={payment.amount} currency={currency} className="font-medium" />
            </li>
          ))}
          {creditFrom.map((credit) => (
            <li key={credit.number} className="flex justify-between gap-4">
              <span>
                Credit note{" "}
                <Link href={`${path}/${credit.invoiceId}`} className="text-accent-text tabular-nums hover:underline">
                  {credit.number}
                </Link>
              </span>
              <Money amount={credit.amount} currency={currency} className="font-medium" />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
