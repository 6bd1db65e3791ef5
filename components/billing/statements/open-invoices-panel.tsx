import Link from "next/link";
import type { ReactNode } from "react";
import type { Account, OpenInvoice } from "@/lib/billing/statements/account";
import { Panel } from "../../ui/card";
import { Money } from "../../ui/money";
import { EmptyState } from "../../ui/states";
import { DateTime } from "../../ui/time";

type OpenInvoicesPanelProps = {
  account: Account;
  hrefOf: (invoiceId: string) => string;
  /** Beside an invoice: what was reminded, a pause. */
  aside?: (invoice: OpenInvoice) => ReactNode;
};

/** The invoices with something owed on the account's last day, the longest due first. */
export function OpenInvoicesPanel({ account: { open, currency }, hrefOf, aside }: OpenInvoicesPanelProps) {
  return (
    <Panel title="Open invoices" flush>
      {open.length === 0 ? (
        <EmptyState title="Nothing is owed" />
      ) : (
        <ul className="divide-y text-sm">
          {open.map((invoice) => (
            <li key={invoice.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
              <Link
                href={hrefOf(invoice.id)}
                className="font-medium text-accent-text tabular-nums underline-offset-2 hover:underline"
              >
                {invoice.number}
              </Link>
              <span className="text-xs text-muted">
                due <DateTime iso={invoice.dueOn} format="date" />
              </span>
              {invoice.daysOverdue > 0 && (
                <span className="text-xs font-medium text-danger-text tabular-nums">
                  {invoice.daysOverdue === 1 ? "1 day overdue" : `${invoice.daysOverdue} days overdue`}
                </span>
              )}
              <Money amount={invoice.balance} currency={currency} className="ml-auto" />
              {aside && <div className="flex w-full flex-wrap items-center gap-2">{aside(invoice)}</div>}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
