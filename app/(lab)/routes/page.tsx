import { ChevronLeft, ChevronRight, Map as MapIcon, Plus } from "lucide-react";
import { DateTime as Luxon } from "luxon";
import { RouteCard } from "@/components/logistics/route-card";
import { RouteDialog } from "@/components/logistics/route-form";
import { Button, LinkButton } from "@/components/ui/button";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { EmptyState } from "@/components/ui/states";
import { DateTime } from "@/components/ui/time";
import { may } from "@/lib/access/actor";
import { dayParam } from "@/lib/access/address-params";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { labToday } from "@/lib/labs/today";
import { driverChoices, routesOn } from "@/lib/logistics/route-queries";

export const metadata = { title: "Routes" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RoutesPage({ searchParams }: Props) {
  const actor = await pageActor("shipments.view");
  const today = labToday(actor.lab.timeZone);
  const day = dayParam.catch(today).parse((await searchParams).day);
  const { routes, drivers } = await asActor(actor, async (tx) => ({
    routes: await routesOn(tx, day),
    drivers: await driverChoices(tx),
  }));
  const beside = (days: number) => `/routes?day=${Luxon.fromISO(day, { zone: "utc" }).plus({ days }).toISODate()}`;
  return (
    <>
      <LiveRefresh topics={["routes"]} />
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
            <LinkButton href="/routes" aria-current={day === today ? "date" : undefined}>
              Today
            </LinkButton>
            <LinkButton href={beside(1)} icon={<ChevronRight />} aria-label="Day after" />
            {may(actor, "routes.manage") && (
              <RouteDialog
                key={day}
                drivers={drivers}
                day={[day, today].sort()[1] ?? today}
                trigger={
                  <Button variant="primary" icon={<Plus />}>
                    Plan route
                  </Button>
                }
              />
            )}
          </>
        }
      />
      {routes.length === 0 ? (
        <EmptyState
          icon={<MapIcon strokeWidth={1.5} />}
          title="No routes on this day"
          hint="Plan one, or put packed shipments on a new route."
          action={<LinkButton href="/shipments?show=ready">Shipments ready to go</LinkButton>}
        />
      ) : (
        <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
          {routes.map((route) => (
            <li key={route.id} className="grid">
              <RouteCard route={route} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
