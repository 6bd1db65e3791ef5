import type { PaymentSums } from "@/lib/billing/ledger/list-payments";
import { Money } from "../ui/money";
import { Stat } from "../ui/stat";

/** What the payments of the filter come to, one row of figures per currency. */
export function PaymentSumsBar({ sums }: { sums: PaymentSums[] }) {
  return sums.map(({ currency, count, amount, refunded, credit }) => (
    <div key={currency} className="mb-4 grid gap-3 sm:grid-cols-3">
      <Stat
        label={count === 1 ? "1 payment" : `${count} payments`}
        value={<Money amount={amount} currency={currency} />}
      />
      <Stat
        label="Went back"
        value={<Money amount={refunded} currency={currency} />}
        detail="Refunded, or taken back by the bank"
      />
      <Stat
        label="Credit left"
        value={<Money amount={credit} currency={currency} />}
        detail="Settles no invoice yet"
        href={credit === "0.00" ? undefined : "/invoices/payments?credit=left"}
      />
    </div>
  ));
}
