import { BillingTabs } from "@/components/billing/billing-tabs";
import { ExceptionsPanel } from "@/components/billing/month-end/exceptions-panel";
import { PracticesTable } from "@/components/billing/month-end/practices-table";
import { ResultsTable } from "@/components/billing/month-end/results-table";
import { RunPanel } from "@/components/billing/month-end/run-panel";
import { RunsList } from "@/components/billing/month-end/runs-list";
import { monthName } from "@/components/billing/month-name";
import { FilterSelect } from "@/components/data-table/filter-select";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader, Section } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { lastDayOf, monthBefore, recentMonths } from "@/lib/billing/month-end/month";
import { monthEnd } from "@/lib/billing/month-end/overview";
import { listResults, listRuns, readRun } from "@/lib/billing/month-end/run-queries";
import { monthEndAddress } from "@/lib/billing/month-end/schema";
import { MONTH_END_TOPIC } from "@/lib/billing/month-end/start-run";
import { asActor } from "@/lib/db/as-actor";
import { labToday } from "@/lib/labs/today";

export const metadata = { title: "Month end" };

const PAGE = 50;

export default async function MonthEndPage({ searchParams }: PageProps<"/invoices/month-end">) {
  const actor = await pageActor("invoices.draft");
  const address = monthEndAddress.parse(await searchParams);
  const { locale } = actor.lab;
  const today = labToday(actor.lab.timeZone);
  const month = address.month ?? monthBefore(today);
  const found = await asActor(actor, async (tx) => {
    const runs = await listRuns(tx);
    const underWay = runs.find(({ status }) => status === "running");
    const run = address.run ? await readRun(tx, address.run) : (underWay ?? runs.find((one) => one.month === month));
    const results =
      run && (await listResults(tx, run.id, { after: address.resultsAfter, before: address.resultsBefore }));
    return { runs, underWay, run, results, overview: underWay ? null : await monthEnd(tx, actor, lastDayOf(month)) };
  });
  const { runs, run, results, overview } = found;
  const monthWords = monthName(`${month}-01`, locale);
  const maySend = may(actor, "invoices.send");

  const practices = overview?.practices ?? [];
  const from = address.after ? practices.findIndex(({ id }) => id === address.after) + 1 : 0;
  const shown = practices.slice(from, from + PAGE);
  const at = (params: Record<string, string | number | null | undefined>) => {
    const known = Object.entries({ month: address.month, run: address.run, ...params });
    const query = new URLSearchParams(known.flatMap(([key, value]) => (value ? [[key, String(value)]] : [])));
    return `/invoices/month-end?${query}`;
  };
  return (
    <>
      <LiveRefresh topics={[MONTH_END_TOPIC]} />
      <PageHeader
        title="Month end"
        subtitle={`Delivered and not invoiced, and drafts not sent, up to the end of ${monthWords}`}
        tabs={<BillingTabs actor={actor} current="month-end" />}
        actions={
          <FilterSelect
            label="Month"
            param="month"
            all={monthName(`${monthBefore(today)}-01`, locale)}
            options={recentMonths(today)
              .filter((value) => value !== monthBefore(today))
              .map((value) => ({ value, label: monthName(`${value}-01`, locale) }))}
          />
        }
      />
      {overview && (
        <>
          <ExceptionsPanel exceptions={overview.exceptions} />
          <Section
            title={`To invoice for ${monthWords}`}
            hint="By the prices of the day of delivery. An invoice with an exception stays a draft."
          >
            <PracticesTable
              rows={shown}
              month={month}
              monthWords={monthWords}
              ready={practices.reduce((sum, { ready }) => sum + ready, 0)}
              maySend={maySend}
              pager={
                <Pager
                  newerHref={from > 0 ? at({ after: practices[from - PAGE - 1]?.id }) : undefined}
                  olderHref={from + PAGE < practices.length ? at({ after: shown.at(-1)?.id }) : undefined}
                  newerLabel="Before"
                  olderLabel="Next"
                  summary={practices.length === 1 ? "1 practice" : `${practices.length} practices`}
                />
              }
            />
          </Section>
        </>
      )}
      {run && results && (
        <>
          <RunPanel
            run={{ ...run, startedAt: run.startedAt.toISOString() }}
            monthWords={monthName(`${run.month}-01`, locale)}
            mayCancel={maySend}
          />
          <Section title="Results by practice">
            <ResultsTable
              rows={results.results}
              mayMail={maySend}
              pager={
                <Pager
                  newerHref={results.earlier ? at({ run: run.id, resultsBefore: results.earlier }) : undefined}
                  olderHref={results.later ? at({ run: run.id, resultsAfter: results.later }) : undefined}
                  newerLabel="Before"
                  olderLabel="Next"
                />
              }
            />
          </Section>
        </>
      )}
      <RunsList runs={runs} current={run?.id ?? null} locale={locale} />
    </>
  );
}
