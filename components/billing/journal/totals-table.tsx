import type { AccountOf } from "@/lib/billing/journal/accounts";
import type { JournalTotal } from "@/lib/billing/journal/entries";
import { sumOf } from "@/lib/billing/line-amounts";
import { StatusBadge } from "../../ui/badge";
import { Panel } from "../../ui/card";
import { Money } from "../../ui/money";

type TotalsTableProps = { totals: readonly JournalTotal[]; accountOf: AccountOf; currency: string };

/** What each account comes to in one currency, and that debit equals credit. */
export function TotalsTable({ totals, accountOf, currency }: TotalsTableProps) {
  const rows = byAccount(totals, accountOf);
  const debit = sumOf(rows.map((row) => row.debit));
  const credit = sumOf(rows.map((row) => row.credit));
  return (
    <Panel
      flush
      className="mb-4"
      title={`Accounts in ${currency}`}
      actions={
        <StatusBadge tone={debit === credit ? "success" : "danger"}>
          {debit === credit ? "Balanced" : "Not balanced"}
        </StatusBadge>
      }
    >
      <div className="overflow-x-auto">
        <table className="w-full text-sm tabular-nums">
          <caption className="sr-only">Debit and credit by account in {currency}</caption>
          <thead className="text-left text-xs text-muted">
            <tr>
              <th scope="col" className="px-4 py-1.5 font-medium">
                Account
              </th>
              <th scope="col" className="px-4 py-1.5 text-right font-medium">
                Debit
              </th>
              <th scope="col" className="px-4 py-1.5 text-right font-medium">
                Credit
              </th>
            </tr>
          </thead>
          <tbody className="divide-y border-y">
            {rows.map((row) => (
              <tr key={`${row.code} ${row.name}`}>
                <th scope="row" className="px-4 py-1.5 text-left font-normal">
                  <span className="mr-2 text-muted">{row.code}</span>
                  {row.name}
                </th>
                <Amount amount={row.debit} currency={currency} />
                <Amount amount={row.credit} currency={currency} />
              </tr>
            ))}
          </tbody>
          <tfoot className="font-semibold">
            <tr>
              <th scope="row" className="px-4 py-2 text-left">
                Total
              </th>
              <Amount amount={debit} currency={currency} />
              <Amount amount={credit} currency={currency} />
            </tr>
          </tfoot>
        </table>
      </div>
    </Panel>
  );
}

function Amount({ amount, currency }: { amount: string; currency: string }) {
  return (
    <td className="px-4 py-1.5 text-right">
      {Number(amount) === 0 ? <span className="text-muted">–</span> : <Money amount={amount} currency={currency} />}
    </td>
  );
}

type Row = { code: string; name: string; debit: string; credit: string };

/** Several purposes may have one account. */
function byAccount(totals: readonly JournalTotal[], accountOf: AccountOf): Row[] {
  const rows = new Map<string, Row>();
  for (const { purpose, taxPercent, debit, credit } of totals) {
    const { code, name } = accountOf(purpose, taxPercent);
    const key = `${code} ${name}`;
    const before = rows.get(key) ?? { code, name, debit: "0.00", credit: "0.00" };
    rows.set(key, { ...before, debit: sumOf([before.debit, debit]), credit: sumOf([before.credit, credit]) });
  }
  return [...rows.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}
