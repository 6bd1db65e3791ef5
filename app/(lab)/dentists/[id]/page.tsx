import { BadgeCheck } from "lucide-react";
import { DentistCharts } from "@/components/network/dentist-charts";
import { DentistFacts } from "@/components/network/dentist-facts";
import { DentistStats } from "@/components/network/dentist-stats";
import { MeasureNotes } from "@/components/network/measure-notes";
import { RatingList } from "@/components/network/rating-list";
import { StatusBadge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/card";
import { LinkTabs } from "@/components/ui/link-tabs";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { DateTime } from "@/components/ui/time";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { foundBy } from "@/lib/access/found";
import { asActor } from "@/lib/db/as-actor";
import { figuresByMonth, findDentist, labFigures } from "@/lib/network/dentist-figures";
import { ratingsOf } from "@/lib/network/rating-queries";
import { monthName, monthsBack } from "@/lib/reports/months";
import { refreshedAt } from "@/lib/reports/refreshed-at";
import { reportParams } from "@/lib/reports/schema";

export const metadata = { title: "Dentist" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DentistPage({ params, searchParams }: Props) {
  const actor = await pageActor("practices.view");
  const { months } = reportParams.parse(await searchParams);
  const since = monthsBack(months, actor.lab.timeZone);
  const { dentist, own, lab, all, ratings, asOf } = await foundBy((await params).id, (id) =>
    asActor(actor, async (tx) => ({
      dentist: await findDentist(tx, id),
      own: await figuresByMonth(tx, since, id),
      lab: await figuresByMonth(tx, since, null),
      all: await labFigures(tx, since),
      ratings: await ratingsOf(tx, id),
      asOf: (await refreshedAt(tx, "dentist_performance"))?.toISOString(),
    })),
  );
  const money = may(actor, "reports.finance");
  const href = (figure: string, month?: string) =>
    `/dentists/${dentist.id}/cases?${new URLSearchParams({ figure, months: String(months), ...(month ? { month: month.slice(0, 7) } : {}) })}`;
  return (
    <>
      <LiveRefresh topics={["reports", "practices"]} />
      <PageHeader
        title={dentist.name}
        subtitle={`Licence ${dentist.licenceNumber}`}
        breadcrumbs={[{ label: "Dentists", href: "/dentists" }]}
        status={
          dentist.verifiedAt && (
            <StatusBadge tone="success" icon={BadgeCheck}>
              Licence verified
            </StatusBadge>
          )
        }
        tabs={
          <LinkTabs
            label="Period"
            items={[3, 6, 12].map((span) => ({
              href: `/dentists/${dentist.id}${span === 6 ? "" : `?months=${span}`}`,
              label: `${span} months`,
              current: span === months,
            }))}
          />
        }
      />
      {asOf && (
        <p className="mb-3 text-xs text-muted">
          Figures as of <DateTime iso={asOf} format="datetime" />
        </p>
      )}
      <DentistStats
        own={own}
        all={all}
        href={href}
        money={money ? actor.lab.currency : null}
        locale={actor.lab.locale}
        ever={dentist.rating}
      />
      <div className="mt-4">
        <DentistCharts
          months={own}
          lab={lab}
          named={(month) => monthName(month, actor.lab.locale)}
          behind={href}
          currency={money ? actor.lab.currency : null}
          asOf={asOf}
        />
      </div>
      <div className="mt-4 grid items-start gap-4 lg:grid-cols-2">
        <Panel title="What practices said" flush>
          <RatingList ratings={ratings.map((r) => ({ ...r, ratedAt: r.ratedAt?.toISOString() ?? "" }))} />
        </Panel>
        <DentistFacts dentist={dentist} />
      </div>
      <MeasureNotes
        measures={[
          "cases",
          "units",
          "remadeUnits",
          "remadeCases",
          "onTime",
          "days",
          "held",
          "rating",
          ...(money ? (["revenue"] as const) : []),
        ]}
      />
    </>
  );
}
