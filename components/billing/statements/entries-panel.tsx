import Link from "next/link";
import type { Account, AccountEntry } from "@/lib/billing/statements/account";
import { ENTRY_LABEL, entryDetail } from "@/lib/billing/statements/entry-words";
import { Panel } from "../../ui/card";
import { Money } from "../../ui/money";
import { DateTime } from "../../ui/time";

const cell = "border-b px-3 py-1.5 align-top";
const figure = `${cell} text-right tabular-nums whitespace-nowrap`;

type EntriesPanelProps = { account: Account; hrefOf: (entry: AccountEntry) => string | null };

/** The entries of the account with the balance after each, between the opening and the closing one. */
export function EntriesPanel({ account, hrefOf }: EntriesPanelProps) {
  const { entries, opening, closing, currency, from, to, leftOut } = account;
  return (
    <Panel title="Entries" flush>
      <div className="overflow-x-auto">
        <table className="w-full text-sm">
          <caption className="sr-only">Entries of the account</caption>
          <thead className="text-left text-xs text-muted">
            <tr>
              <th scope="col" className={`${cell} max-sm:hidden`}>
                Date
              </th>
              <th scope="col" className={cell}>
                Entry
              </th>
              <th scope="col" className={figure}>
                Amount
              </th>
              <th scope="col" className={figure}>
                Balance
              </th>
            </tr>
          </thead>
          <tbody>
            <Carried day={from} what="Opening balance" balance={opening} currency={currency} />
            {leftOut > 0 && (
              <tr>
                <td className={`${cell} text-muted`} colSpan={4}>
                  {leftOut} earlier entries are not shown. Choose a shorter period, or open the PDF.
                </td>
              </tr>
            )}
            {entries.map((entry) => (
              <Entry key={`${entry.kind} ${entry.id}`} entry={entry} currency={currency} href={hrefOf(entry)} />
            ))}
            <Carried day={to} what="Closing balance" balance={closing} currency={currency} />
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function Entry({ entry, currency, href }: { entry: AccountEntry; currency: string; href: string | null }) {
  const name = (
    <>
      {ENTRY_LABEL[entry.kind]} <span className="whitespace-nowrap">{entry.number}</span>
    </>
  );
  return (
    <tr>
      <td className={`${cell} whitespace-nowrap max-sm:hidden`}>
        <DateTime iso={entry.day} format="date" />
      </td>
      <td className={cell}>
        {href ? (
          <Link href={href} className="text-accent-text underline-offset-2 hover:underline">
            {name}
          </Link>
        ) : (
          name
        )}
        <span className="block text-xs text-muted sm:hidden">
          <DateTime iso={entry.day} format="date" />
        </span>
        {entryDetail(entry) !== "" && <span className="block text-xs text-muted">{entryDetail(entry)}</span>}
      </td>
      <td className={figure}>
        <Money amount={entry.amount} currency={currency} />
      </td>
      <td className={figure}>
        <Money amount={entry.balance} currency={currency} />
      </td>
    </tr>
  );
}

function Carried({ day, what, balance, currency }: { day: string; what: string; balance: string; currency: string }) {
  return (
    <tr className="font-medium">
      <td className={`${cell} whitespace-nowrap max-sm:hidden`}>
        <DateTime iso={day} format="date" />
      </td>
      <th scope="row" className={`${cell} text-left font-medium`}>
        {what}
      </th>
      <td className={figure} />
      <td className={figure}>
        <Money amount={balance} currency={currency} />
      </td>
    </tr>
  );
}
