import { notFound } from "next/navigation";
import { AccountFigures } from "@/components/billing/statements/account-figures";
import { AccountPeriod } from "@/components/billing/statements/account-period";
import { EntriesPanel } from "@/components/billing/statements/entries-panel";
import { OpenInvoicesPanel } from "@/components/billing/statements/open-invoices-panel";
import { SentStatementsPanel } from "@/components/billing/statements/sent-panel";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { pageActor } from "@/lib/access/current";
import { accountCurrencies, readAccount } from "@/lib/billing/statements/account";
import { periodOf } from "@/lib/billing/statements/account-params";
import { sentStatements } from "@/lib/billing/statements/sent-statements";
import { asActor } from "@/lib/db/as-actor";
import { labToday } from "@/lib/labs/today";

export const metadata = { title: "Account" };

const MOST_ENTRIES = 200;

export default async function PortalStatementPage({ searchParams }: PageProps<"/portal/statement">) {
  const actor = await pageActor("portal.invoices");
  const practice = actor.practice;
  if (!practice) notFound();
  const address = await searchParams;
  const today = labToday(actor.lab.timeZone);
  const { account, period, currencies, statements } = await asActor(actor, async (tx) => {
    const currencies = await accountCurrencies(tx, practice.id);
    const period = periodOf(address, currencies, today);
    const account = await readAccount(tx, practice.id, period, MOST_ENTRIES);
    return { account, period, currencies, statements: await sentStatements(tx, practice.id) };
  });
  return (
    <>
      <LiveRefresh topics={[`portal:${practice.id}`]} />
      <PageHeader
        title="Account"
        subtitle={`Of ${practice.name} with ${actor.lab.name}`}
        breadcrumbs={[{ label: "Invoices", href: "/portal/invoices" }]}
      />
      <AccountPeriod
        period={period}
        currencies={currencies}
        today={today}
        pdfHref={`/api/accounts/${practice.id}/pdf?${new URLSearchParams(period)}&download`}
      />
      <AccountFigures account={account} audience="practice" />
      <div className="grid items-start gap-4 lg:grid-cols-[3fr_2fr]">
        <EntriesPanel
          account={account}
          hrefOf={({ kind, id }) => (kind === "invoice" || kind === "cancellation" ? `/portal/invoices/${id}` : null)}
        />
        <div className="flex flex-col gap-4 max-lg:order-first">
          <OpenInvoicesPanel account={account} hrefOf={(id) => `/portal/invoices/${id}`} />
          <SentStatementsPanel statements={statements} />
        </div>
      </div>
    </>
  );
}
