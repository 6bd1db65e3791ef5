import Link from "next/link";
import type { PaymentDetail } from "@/lib/billing/ledger/read-payment";
import { PAYMENT_METHOD_LABEL } from "@/lib/billing/vocabulary";
import { Panel } from "../ui/card";
import { DescriptionList } from "../ui/description-list";
import { Money } from "../ui/money";
import { DateTime } from "../ui/time";

/** Whose payment, how and when, and what became of it. `practicePath` is where the practice is looked at, if the reader may. */
export function PaymentFacts({ payment, practicePath }: { payment: PaymentDetail; practicePath?: string }) {
  const money = (amount: string) => <Money amount={amount} currency={payment.currency} />;
  const name = payment.practice ?? "Archived practice";
  return (
    <Panel title="Particulars">
      <DescriptionList
        items={[
          {
            term: "Practice",
            value: practicePath ? (
              <Link href={practicePath} className="text-accent-text hover:underline">
                {name}
              </Link>
            ) : (
              name
            ),
          },
          { term: "Received", value: <DateTime iso={payment.receivedOn} format="date" /> },
          { term: "Paid by", value: PAYMENT_METHOD_LABEL[payment.method] },
          { term: "Reference", value: payment.reference },
          { term: "On invoices", value: money(payment.allocated) },
          { term: "Went back", value: money(payment.refunded) },
          { term: "Left as credit", value: money(payment.credit) },
          { term: "Recorded by", value: payment.recordedBy },
          ...(payment.note ? [{ term: "Note", value: payment.note, wide: true }] : []),
        ]}
      />
    </Panel>
  );
}
