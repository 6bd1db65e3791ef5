import { BillingTabs } from "@/components/billing/billing-tabs";
import { AccountsPanel } from "@/components/billing/journal/accounts-panel";
import { PeriodForm } from "@/components/billing/journal/period-form";
import { TotalsTable } from "@/components/billing/journal/totals-table";
import { Panel } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { EmptyState } from "@/components/ui/states";
import { DateTime } from "@/components/ui/time";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { listAccounts, readAccounts } from "@/lib/billing/journal/accounts";
import { sumEntries } from "@/lib/billing/journal/entries";
import { JOURNAL_COLUMNS } from "@/lib/billing/journal/export";
import { lastMonth, periodSchema } from "@/lib/billing/journal/schema";
import { asActor } from "@/lib/db/as-actor";
import { labToday } from "@/lib/labs/today";

export const metadata = { title: "Journal" };

export default async function JournalPage({ searchParams }: PageProps<"/invoices/journal">) {
  const actor = await pageActor("journal.export");
  const address = await searchParams;
  const asked = "from" in address || "to" in address;
  const parsed = periodSchema.safeParse(asked ? address : lastMonth(labToday(actor.lab.timeZone)));
  const period = parsed.success ? parsed.data : null;
  const { sums, accountOf, accounts } = await asActor(actor, async (tx) => ({
    sums: period && (await sumEntries(tx, period)),
    accountOf: await readAccounts(tx),
    accounts: may(actor, "billing.manage") ? await listAccounts(tx) : null,
  }));
  const currencies = [...new Set(sums?.totals.map(({ currency }) => currency))];
  const shown = period ?? { from: String(address.from ?? ""), to: String(address.to ?? "") };
  const file = period && sums && sums.entries > 0 ? `/api/journal?${new URLSearchParams(period)}` : null;
  return (
    <>
      <PageHeader
        title="Journal"
        subtitle="Sent invoices, credit notes, payments and refunds as double entries for your bookkeeping"
        tabs={<BillingTabs actor={actor} current="journal" />}
      />
      <PeriodForm key={`${shown.from} ${shown.to}`} {...shown} file={file} />
      {!period && (
        <Notice tone="warning" title="These days are no period" className="mb-4">
          {parsed.error?.issues[0]?.message}
        </Notice>
      )}
      {sums && (
        <p className="mb-3 text-sm text-muted tabular-nums">
          {sums.entries === 1 ? "1 entry" : `${sums.entries} entries`} from <DateTime iso={shown.from} format="date" />{" "}
          to <DateTime iso={shown.to} format="date" />, both days included
        </p>
      )}
      {sums && currencies.length === 0 && (
        <Panel title="Accounts" className="mb-4">
          <EmptyState
            title="Nothing in this period"
            hint="Choose other days: invoices count on the day they were sent."
          />
        </Panel>
      )}
      {currencies.map((currency) => (
        <TotalsTable
          key={currency}
          currency={currency}
          accountOf={accountOf}
          totals={(sums?.totals ?? []).filter((total) => total.currency === currency)}
        />
      ))}
      {accounts && <AccountsPanel key={JSON.stringify(accounts)} accounts={accounts} />}
      <Panel title="What stands in the file" className="mb-4">
        <p className="mb-3 text-sm text-muted">
          A CSV file (UTF-8, comma, one header line). Each document is one entry of several lines, in one currency,
          whose debit equals its credit. A cell that a spreadsheet would run as a formula begins with an apostrophe.
        </p>
        <DescriptionList items={JOURNAL_COLUMNS.map(([term, value]) => ({ term, value }))} />
      </Panel>
    </>
  );
}
