import { AGE_LABEL, AGES } from "@/lib/billing/statements/ageing";
import type { BalanceSums } from "@/lib/billing/statements/list-balances";
import { Money } from "../../ui/money";

/** What all accounts of the filter come to, one row per currency. */
export function BalanceTotals({ sums }: { sums: BalanceSums[] }) {
  if (sums.length === 0) return null;
  const cells = [...AGES, "credit", "balance", "overdue"] as const;
  const label = { ...AGE_LABEL, credit: "Credit", balance: "Balance", overdue: "Overdue" };
  return (
    <div className="border-b bg-sunken/50 px-3 py-2">
      {sums.map((sum) => (
        <section
          key={sum.currency}
          aria-label={`Total ${sum.currency}`}
          className="flex flex-wrap gap-x-6 gap-y-1 text-sm"
        >
          <p className="font-medium">
            Total {sum.currency}{" "}
            <span className="text-muted">· {sum.practices === 1 ? "1 account" : `${sum.practices} accounts`}</span>
          </p>
          <dl className="flex flex-wrap gap-x-6 gap-y-1">
            {cells.map((cell) => (
              <div key={cell} className="flex items-baseline gap-1.5">
                <dt className="text-xs text-muted">{label[cell]}</dt>
                <dd className={cell === "balance" ? "font-medium" : ""}>
                  <Money amount={sum[cell]} currency={sum.currency} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
