import { AsOf, StaleNotice } from "@/components/reports/as-of";
import { AttentionList, OverviewCards } from "@/components/reports/overview-cards";
import { RefreshButton } from "@/components/reports/refresh-button";
import { ReportFilters } from "@/components/reports/report-filters";
import { ReportNav } from "@/components/reports/report-nav";
import { Panel } from "@/components/ui/card";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { labToday } from "@/lib/labs/today";
import { monthOptions } from "@/lib/reports/filter-options";
import { readOverview } from "@/lib/reports/overview";
import { reportAddress } from "@/lib/reports/schema";

export const metadata = { title: "Reports" };

export default async function ReportsPage({ searchParams }: PageProps<"/reports">) {
  const actor = await pageActor("reports.view");
  const { lab } = actor;
  const { period, from, to, compare } = reportAddress.parse(await searchParams);
  const address = reportAddress.parse({ period, from, to, compare });
  const overview = await asActor(actor, (tx) => readOverview(tx, actor, address));
  const { asOf, words } = overview.report;
  const against = address.compare === "year" ? words?.yearBefore : words?.before;
  return (
    <>
      <LiveRefresh topics={["reports"]} />
      <PageHeader
        title="Reports"
        subtitle={
          <>
            {words?.period}, against {against}. <AsOf asOf={asOf} isLive={false} />
          </>
        }
        actions={may(actor, "reports.refresh") && <RefreshButton />}
      />
      <div className="lg:flex lg:gap-6">
        <ReportNav actor={actor} current={null} params={address} />
        <div className="min-w-0 flex-1">
          <ReportFilters
            hasPeriod
            isOwnRange={address.period === "own"}
            months={monthOptions(labToday(lab.timeZone), lab.locale)}
            filters={[]}
            isNarrowed={false}
          />
          <StaleNotice asOf={asOf} />
          <div className="grid gap-4">
            <Panel title="Needs attention" flush>
              <AttentionList attention={overview.attention} />
            </Panel>
            <OverviewCards overview={overview} params={address} locale={lab.locale} />
          </div>
        </div>
      </div>
    </>
  );
}
