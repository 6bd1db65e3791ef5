import type { InvoiceDetail } from "@/lib/billing/invoice-detail";
import { PAYMENT_METHOD_LABEL } from "@/lib/billing/vocabulary";
import { Panel } from "../ui/card";
import { Money } from "../ui/money";
import { DateTime } from "../ui/time";

/** The payments received, the first one first. */
export function PaymentsPanel({ invoice }: { invoice: InvoiceDetail }) {
  return (
    <Panel title="Payments" aside={invoice.payments.length > 0 ? invoice.payments.length : undefined}>
      {invoice.payments.length === 0 ? (
        <p className="text-sm text-muted">Nothing received yet.</p>
      ) : (
        <ul className="flex flex-col gap-2.5 text-sm">
          {invoice.payments.map((payment) => (
            <li key={payment.id} className="flex justify-between gap-4">
              <span className="min-w-0">
                <DateTime iso={payment.receivedOn} format="date" />,{" "}
                {PAYMENT_METHOD_LABEL[payment.method].toLowerCase()}
                <span className="block text-xs break-words text-muted">
                  {[payment.reference, payment.recordedBy && `recorded by ${payment.recordedBy}`]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </span>
              <Money amount={payment.amount} currency={invoice.currency} className="font-medium" />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
