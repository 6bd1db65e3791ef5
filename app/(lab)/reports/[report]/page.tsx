import { FileSpreadsheet, FileText } from "lucide-react";
import { notFound } from "next/navigation";
import { AsOf, StaleNotice } from "@/components/reports/as-of";
import { FiguresTable } from "@/components/reports/figures-table";
import { RefreshButton } from "@/components/reports/refresh-button";
import { ReportCharts } from "@/components/reports/report-charts";
import { ReportFigures } from "@/components/reports/report-figures";
import { ReportFilters } from "@/components/reports/report-filters";
import { ReportNav } from "@/components/reports/report-nav";
import { LinkButton } from "@/components/ui/button";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { labToday } from "@/lib/labs/today";
import { exportHref } from "@/lib/reports/address";
import { buildReport } from "@/lib/reports/build-report";
import { FILTER_LABEL, filterOptions, monthOptions } from "@/lib/reports/filter-options";
import { type FilterName, headOf, reportAddress, reportName } from "@/lib/reports/schema";

export async function generateMetadata({ params }: PageProps<"/reports/[report]">) {
  const name = reportName.safeParse((await params).report).data;
  return { title: name ? headOf(name).title : "Reports" };
}

export default async function ReportPage({ params, searchParams }: PageProps<"/reports/[report]">) {
  const name = reportName.safeParse((await params).report).data;
  if (!name) notFound();
  const head = headOf(name);
  const actor = await pageActor(head.finance ? "reports.finance" : "reports.view");
  const { lab } = actor;
  const address = reportAddress.parse(await searchParams);
  const { options, report } = await asActor(actor, async (tx) => ({
    options: await filterOptions(tx, name),
    report: await buildReport(tx, lab, name, address),
  }));
  const filters = (Object.keys(options) as FilterName[]).map((param) => ({
    param,
    label: FILTER_LABEL[param],
    options: options[param] ?? [],
  }));
  return (
    <>
      <LiveRefresh topics={["reports"]} />
      <PageHeader
        title={head.title}
        subtitle={
          <>
            {head.hint}. <AsOf asOf={report.asOf} isLive={head.view === null} />
          </>
        }
        breadcrumbs={[{ label: "Reports", href: "/reports" }]}
        actions={
          <>
            {name === "receivables" && may(actor, "statements.send") && (
              <LinkButton href="/invoices/statements">Statements</LinkButton>
            )}
            {/* A download is no page: the router must not fetch it ahead. */}
            <LinkButton href={exportHref(name, address, "csv")} prefetch={false} icon={<FileSpreadsheet />} download>
              CSV
            </LinkButton>
            <LinkButton href={exportHref(name, address, "pdf")} prefetch={false} icon={<FileText />} download>
              PDF
            </LinkButton>
            {head.view && may(actor, "reports.refresh") && <RefreshButton />}
          </>
        }
      />
      <div className="lg:flex lg:gap-6">
        <ReportNav actor={actor} current={name} params={address} />
        <div className="min-w-0 flex-1">
          <ReportFilters
            hasPeriod={head.period}
            isOwnRange={address.period === "own"}
            months={monthOptions(labToday(lab.timeZone), lab.locale)}
            filters={filters}
            isNarrowed={filters.some(({ param }) => address[param as FilterName] !== null)}
          />
          {head.view && <StaleNotice asOf={report.asOf} />}
          <div className="grid gap-4">
            <ReportFigures report={report} params={address} locale={lab.locale} />
            <ReportCharts report={report} params={address} />
            <FiguresTable report={report} locale={lab.locale} />
          </div>
        </div>
      </div>
    </>
  );
}
