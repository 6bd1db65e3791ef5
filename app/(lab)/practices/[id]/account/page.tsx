import { AccountFigures } from "@/components/billing/statements/account-figures";
import { AccountPeriod } from "@/components/billing/statements/account-period";
import { EntriesPanel } from "@/components/billing/statements/entries-panel";
import { OpenInvoicesPanel } from "@/components/billing/statements/open-invoices-panel";
import { PauseDialog, RunningPause } from "@/components/billing/statements/pause-reminders";
import { SendStatements } from "@/components/billing/statements/send-statements";
import { SentRemindersPanel, SentStatementsPanel } from "@/components/billing/statements/sent-panel";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { foundBy } from "@/lib/access/found";
import { runningPauses, sentReminders } from "@/lib/billing/reminders/reminder-history";
import { type AccountEntry, accountCurrencies, accountHolder, readAccount } from "@/lib/billing/statements/account";
import { periodOf } from "@/lib/billing/statements/account-params";
import { sentStatements } from "@/lib/billing/statements/sent-statements";
import { asActor } from "@/lib/db/as-actor";
import { labToday } from "@/lib/labs/today";

export const metadata = { title: "Account" };

const MOST_ENTRIES = 200;

const hrefOf = ({ kind, id }: AccountEntry) =>
  kind === "invoice" || kind === "cancellation" ? `/invoices/${id}` : null;

export default async function AccountPage({ params, searchParams }: PageProps<"/practices/[id]/account">) {
  const actor = await pageActor("invoices.view");
  const address = await searchParams;
  const today = labToday(actor.lab.timeZone);
  const found = await foundBy((await params).id, (id) =>
    asActor(actor, async (tx) => {
      const practice = await accountHolder(tx, id);
      const currencies = await accountCurrencies(tx, id);
      const period = periodOf(address, currencies, today);
      return {
        practice,
        currencies,
        period,
        account: await readAccount(tx, id, period, MOST_ENTRIES),
        statements: await sentStatements(tx, id),
        reminders: await sentReminders(tx, id),
        pauses: await runningPauses(tx, id, today),
      };
    }),
  );
  const { practice, account, period, currencies, statements, reminders, pauses } = found;
  const maySend = may(actor, "statements.send");
  const ofPractice = pauses.find(({ invoiceId }) => invoiceId === null);
  return (
    <>
      <LiveRefresh topics={[`account:${practice.id}`, "invoices"]} />
      <PageHeader
        title={`Account of ${practice.name}`}
        subtitle={practice.code}
        breadcrumbs={[
          { label: "Practices", href: "/practices" },
          { label: practice.name, href: `/practices/${practice.id}` },
        ]}
        actions={
          maySend && (
            <>
              {!ofPractice && <PauseDialog practiceId={practice.id} invoice={null} today={today} />}
              <SendStatements
                accounts={[{ practiceId: practice.id, currency: period.currency }]}
                address={practice.email ?? ""}
                period={period}
                today={today}
              />
            </>
          )
        }
      />
      <AccountPeriod
        period={period}
        currencies={currencies}
        today={today}
        pdfHref={`/api/accounts/${practice.id}/pdf?${new URLSearchParams(period)}`}
      />
      {ofPractice && (
        <div className="mb-4">
          <RunningPause pause={ofPractice} mayEnd={maySend} />
        </div>
      )}
      <AccountFigures account={account} audience="lab" />
      <div className="grid items-start gap-4 lg:grid-cols-[3fr_2fr]">
        <EntriesPanel account={account} hrefOf={hrefOf} />
        <div className="flex flex-col gap-4 max-lg:order-first">
          <OpenInvoicesPanel
            account={account}
            hrefOf={(id) => `/invoices/${id}`}
            aside={(invoice) => {
              const pause = pauses.find(({ invoiceId }) => invoiceId === invoice.id);
              const last = reminders.find(({ invoiceId }) => invoiceId === invoice.id);
              return (
                <>
                  {last && <span className="text-xs text-muted">Reminded at level {last.level}</span>}
                  {pause && <RunningPause pause={pause} mayEnd={maySend} />}
                  {maySend && !pause && invoice.daysOverdue > 0 && (
                    <PauseDialog practiceId={practice.id} invoice={invoice} today={today} />
                  )}
                </>
              );
            }}
          />
          <SentStatementsPanel statements={statements} />
          <SentRemindersPanel reminders={reminders} />
        </div>
      </div>
    </>
  );
}
