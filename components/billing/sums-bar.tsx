import type { InvoiceSums } from "@/lib/billing/list-invoices";
import { Money } from "../ui/money";
import { Stat } from "../ui/stat";

/** What the invoices of the filter come to, one row of figures per currency. */
export function SumsBar({ sums, audience }: { sums: InvoiceSums[]; audience: "lab" | "practice" }) {
  return sums.map(({ currency, count, total, paid, owed, overdue }) => (
    <div key={currency} className="mb-4 grid grid-cols-2 gap-3 lg:grid-cols-4">
      <Stat
        label={count === 1 ? "1 invoice" : `${count} invoices`}
        value={<Money amount={total} currency={currency} />}
        detail={audience === "lab" ? "Drafts too, without cancelled ones" : "Without cancelled ones"}
      />
      <Stat label="Paid" value={<Money amount={paid} currency={currency} />} />
      <Stat
        label={audience === "lab" ? "Owed to the lab" : "You owe"}
        value={<Money amount={owed} currency={currency} />}
      />
      <Stat
        label="Of that overdue"
        value={<Money amount={overdue} currency={currency} className={overdue === "0.00" ? "" : "text-danger-text"} />}
      />
    </div>
  ));
}
