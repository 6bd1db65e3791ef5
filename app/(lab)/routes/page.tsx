import { ChevronLeft, ChevronRight, Map as MapIcon, Plus } from "lucide-react";
import { DateTime as Luxon } from "luxon";
import { DayChooser } from "@/components/logistics/planning/day-chooser";
import { PlanDayButton } from "@/components/logistics/planning/plan-day-button";
import { WaitingList } from "@/components/logistics/planning/waiting-list";
import { RouteCard } from "@/components/logistics/route-card";
import { RouteDialog } from "@/components/logistics/route-form";
import { RouteTabs } from "@/components/logistics/route-tabs";
import { Button, LinkButton } from "@/components/ui/button";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { EmptyState } from "@/components/ui/states";
import { DateTime } from "@/components/ui/time";
import { may } from "@/lib/access/actor";
import { dayParam } from "@/lib/access/address-params";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { labToday } from "@/lib/labs/today";
import { readDay } from "@/lib/logistics/planning/day-facts";
import { waitingOn } from "@/lib/logistics/planning/unplaced";
import { driverChoices, routesOn } from "@/lib/logistics/route-queries";

export const metadata = { title: "Routes" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RoutesPage({ searchParams }: Props) {
  const actor = await pageActor("shipments.view");
  const today = labToday(actor.lab.timeZone);
  const day = dayParam.catch(today).parse((await searchParams).day);
  const { routes, drivers, facts } = await asActor(actor, async (tx) => ({
    routes: await routesOn(tx, day),
    drivers: await driverChoices(tx),
    facts: day >= today ? await readDay(tx, actor, day) : null,
  }));
  const waiting = facts ? await waitingOn(facts) : [];
  const plans = may(actor, "routes.manage");
  const beside = (days: number) => `/routes?day=${Luxon.fromISO(day, { zone: "utc" }).plus({ days }).toISODate()}`;
  return (
    <>
      <LiveRefresh topics={["routes", "shipments"]} />
      <PageHeader
        title="Routes"
        subtitle={
          <>
            {day === today && "Today, "}
            <DateTime iso={day} format="day" />
          </>
        }
        actions={
          <>
            <LinkButton href={beside(-1)} icon={<ChevronLeft />} aria-label="Day before" />
            <DayChooser day={day} />
            <LinkButton href="/routes" aria-current={day === today ? "date" : undefined}>
              Today
            </LinkButton>
            <LinkButton href={beside(1)} icon={<ChevronRight />} aria-label="Day after" />
            {plans && (
              <RouteDialog
                key={day}
                drivers={drivers}
                day={[day, today].sort()[1] ?? today}
                trigger={<Button icon={<Plus />}>Plan route</Button>}
              />
            )}
            {plans && day >= today && <PlanDayButton day={day} />}
          </>
        }
        tabs={<RouteTabs actor={actor} current="routes" day={day} />}
      />
      {facts?.lab.closed && (
        <Notice tone="neutral" title="The lab is shut on this day" className="mb-4">
          {facts.lab.closed}. Templates make no routes for it.
        </Notice>
      )}
      {routes.length === 0 ? (
        <EmptyState
          icon={<MapIcon strokeWidth={1.5} />}
          title="No routes on this day"
          hint="Plan the day from the templates, or plan one route by hand."
          action={<LinkButton href="/shipments?show=ready">Shipments ready to go</LinkButton>}
        />
      ) : (
        <ul className="grid items-start gap-3 sm:grid-cols-2 xl:grid-cols-3">
          {routes.map((route) => (
            <li key={route.id} className="grid">
              <RouteCard route={route} />
            </li>
          ))}
        </ul>
      )}
      {waiting.length > 0 && (
        <div className="mt-4">
          <WaitingList
            waiting={waiting}
            routes={facts?.routes ?? []}
            onRoad={routes.filter(({ status }) => status === "in_progress")}
            editable={plans}
          />
        </div>
      )}
    </>
  );
}
