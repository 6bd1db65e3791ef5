import type { ListedRefund } from "@/lib/billing/ledger/refunds";
import { PAYMENT_METHOD_LABEL } from "@/lib/billing/vocabulary";
import { Badge } from "../ui/badge";
import { Panel } from "../ui/card";
import { Money } from "../ui/money";
import { DateTime } from "../ui/time";

/** Money that went back, the first one first; nothing when there is none. */
export function RefundsPanel({ refunds }: { refunds: ListedRefund[] }) {
  if (refunds.length === 0) return null;
  return (
    <Panel title="Refunds" aside={refunds.length}>
      <ul className="flex flex-col gap-2.5 text-sm">
        {refunds.map((refund) => (
          <li key={refund.id} className="flex justify-between gap-4">
            <span className="min-w-0">
              <DateTime iso={refund.refundedOn} format="date" />
              {refund.kind === "bounced" ? (
                <>
                  {" "}
                  <Badge tone="danger">Bounced</Badge>
                </>
              ) : (
                `, ${PAYMENT_METHOD_LABEL[refund.method].toLowerCase()}`
              )}
              <span className="block break-words">{refund.reason}</span>
              <span className="block text-xs break-words text-muted">
                {[
                  refund.creditNote && `of credit note ${refund.creditNote}`,
                  refund.reference,
                  refund.recordedBy && `booked by ${refund.recordedBy}`,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </span>
            <Money amount={refund.amount} currency={refund.currency} className="font-medium" />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
