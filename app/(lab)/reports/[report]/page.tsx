import { notFound } from "next/navigation";
import { CompletionReport } from "@/components/reports/completion-report";
import { DepartmentsReport } from "@/components/reports/departments-report";
import { FailuresReport } from "@/components/reports/failures-report";
import { PeopleReport } from "@/components/reports/people-report";
import { RefreshButton } from "@/components/reports/refresh-button";
import { RevenueReport } from "@/components/reports/revenue-report";
import { StockReport } from "@/components/reports/stock-report";
import { LinkTabs } from "@/components/ui/link-tabs";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { DateTime } from "@/components/ui/time";
import { type Actor, may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import type { Transaction } from "@/lib/db/transaction";
import { type FailuresBy, failuresByCause } from "@/lib/reports/failures";
import { monthsBack } from "@/lib/reports/months";
import { type BehindHref, REPORTS, type ReportName, reportName, reportParams } from "@/lib/reports/schema";
import * as views from "@/lib/reports/views";

type Props = { params: Promise<{ report: string }>; searchParams: Promise<Record<string, string>> };

export async function generateMetadata({ params }: Props) {
  const report = reportName.safeParse((await params).report);
  return { title: report.success ? REPORTS[report.data].title : "Reports" };
}

export default async function ReportPage({ params, searchParams }: Props) {
  const report = reportName.safeParse((await params).report);
  if (!report.success) notFound();
  const { title, view, finance } = REPORTS[report.data];
  const actor = await pageActor(finance ? "reports.finance" : "reports.view");
  const { months, by } = reportParams.parse(await searchParams);
  const { asOf, shown } = await asActor(actor, async (tx) => ({
    asOf: (view ? await views.refreshedAt(tx, view) : new Date())?.toISOString(),
    shown: await showReport(report.data, tx, months, actor, by),
  }));
  const address = (name: string, span: number) => `/reports/${name}${span === 6 ? "" : `?months=${span}`}`;
  return (
    <>
      <LiveRefresh topics={["reports"]} />
      <PageHeader
        title="Reports"
        subtitle={
          asOf && (
            <>
              {title}, as of <DateTime iso={asOf} format="datetime" />
            </>
          )
        }
        actions={may(actor, "reports.refresh") && <RefreshButton />}
        tabs={
          <LinkTabs
            label="Reports"
            items={(Object.keys(REPORTS) as ReportName[])
              .filter((name) => !REPORTS[name].finance || may(actor, "reports.finance"))
              .map((name) => ({
                href: address(name, months),
                label: REPORTS[name].title,
                current: name === report.data,
              }))}
          />
        }
      />
      {report.data !== "stock" && (
        <div className="mb-4">
          <LinkTabs
            label="Period"
            items={[3, 6, 12].map((span) => ({
              href: address(report.data, span),
              label: `${span} months`,
              current: span === months,
            }))}
          />
        </div>
      )}
      {shown}
    </>
  );
}

async function showReport(report: ReportName, tx: Transaction, months: number, actor: Actor, by: FailuresBy) {
  const since = monthsBack(months, actor.lab.timeZone);
  const behind: BehindHref = (figure = {}) =>
    `/reports/${report}/cases?${new URLSearchParams({ months: String(months), ...figure })}`;
  const common = { locale: actor.lab.locale, currency: actor.lab.currency, behind };
  switch (report) {
    case "revenue":
      return <RevenueReport rows={await views.monthlyRevenue(tx, since)} {...common} />;
    case "completion":
      return <CompletionReport rows={await views.caseCompletionRates(tx, since)} {...common} />;
    case "departments":
      return <DepartmentsReport rows={await views.departmentEfficiency(tx, since)} {...common} />;
    case "people":
      return <PeopleReport rows={await views.staffPerformance(tx, since)} {...common} />;
    case "failures":
      return (
        <FailuresReport
          rows={await failuresByCause(tx, since, actor.lab.timeZone)}
          by={by}
          months={months}
          {...common}
        />
      );
    case "stock":
      return <StockReport rows={await views.inventoryTurnover(tx)} {...common} />;
  }
}
