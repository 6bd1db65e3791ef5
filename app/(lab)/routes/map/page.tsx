import { ChevronLeft, ChevronRight, Map as MapIcon } from "lucide-react";
import { DateTime as Luxon } from "luxon";
import { z } from "zod";
import { PrintPage } from "@/components/bench/print-page";
import { ClearFilters } from "@/components/data-table/clear-filters";
import { FilterSelect } from "@/components/data-table/filter-select";
import { DayMapView } from "@/components/logistics/dispatch/day-map-view";
import { FailedList } from "@/components/logistics/dispatch/failed-list";
import { RouteTabs } from "@/components/logistics/route-tabs";
import { LinkButton } from "@/components/ui/button";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { Stat } from "@/components/ui/stat";
import { EmptyState } from "@/components/ui/states";
import { DateTime } from "@/components/ui/time";
import { dayParam } from "@/lib/access/address-params";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { labToday } from "@/lib/labs/today";
import { type DayFigures, dayFigures } from "@/lib/logistics/dispatch/day-figures";
import { dayMap, type MapRoute } from "@/lib/logistics/dispatch/day-map";
import { failedDelivery } from "@/lib/logistics/dispatch/failed-delivery";

export const metadata = { title: "Map of the day's routes" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };
const id = z.uuid().optional().catch(undefined);

export default async function RoutesMapPage({ searchParams }: Props) {
  const actor = await pageActor("shipments.view");
  const params = await searchParams;
  const today = labToday(actor.lab.timeZone);
  const day = dayParam.catch(today).parse(params.day);
  const [driver, route] = [id.parse(params.driver), id.parse(params.route)];
  const { map, waiting } = await asActor(actor, async (tx) => ({
    map: await dayMap(tx, day),
    waiting: await failedDelivery(tx, actor, {}),
  }));
  const shown = map.routes.filter((one) => (!driver || one.driverId === driver) && (!route || one.id === route));
  const beside = (days: number) => `/routes/map?day=${Luxon.fromISO(day, { zone: "utc" }).plus({ days }).toISODate()}`;
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
          <span className="flex flex-wrap gap-2" data-print="hide">
            <LinkButton href={beside(-1)} icon={<ChevronLeft />} aria-label="Day before" />
            <LinkButton href="/routes/map" aria-current={day === today ? "date" : undefined}>
              Today
            </LinkButton>
            <LinkButton href={beside(1)} icon={<ChevronRight />} aria-label="Day after" />
            <PrintPage />
          </span>
        }
        tabs={<RouteTabs actor={actor} current="map" day={day} />}
      />
      <div className="flex flex-col gap-4">
        <FailedList shipments={waiting.failed} choices={waiting.choices} />
        {map.routes.length === 0 ? (
          <EmptyState
            icon={<MapIcon strokeWidth={1.5} />}
            title="No routes on this day"
            hint="Plan one, and its stops show here."
            action={<LinkButton href={`/routes?day=${day}`}>Routes of the day</LinkButton>}
          />
        ) : (
          <>
            <Figures figures={dayFigures(shown.map(figured))} />
            {map.routes.length > 1 && <Filters routes={map.routes} />}
            <DayMapView key={`${driver}${route}`} lab={map.lab} routes={shown} />
          </>
        )}
      </div>
    </>
  );
}

const figured = ({ onRoadMinutes, stops }: MapRoute) => ({
  onRoadMinutes,
  stops: stops.map(({ lateness }) => lateness),
});

function Figures({ figures }: { figures: DayFigures }) {
  const { stops, over, onTimePercent, failedPercent, stopsPerHour } = figures;
  const percent = (figure: number | null) => (figure === null ? "–" : `${figure} %`);
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      <Stat label="Stops done" value={`${over} of ${stops}`} />
      <Stat label="On time" value={percent(onTimePercent)} detail="before they closed, on the promised day" />
      <Stat label="Failed" value={percent(failedPercent)} detail="of the stops done" />
      <Stat label="Stops per hour" value={stopsPerHour ?? "–"} detail="on the road" />
    </div>
  );
}

function Filters({ routes }: { routes: readonly MapRoute[] }) {
  const drivers = new Map(routes.flatMap(({ driverId, driver }) => (driverId && driver ? [[driverId, driver]] : [])));
  const byName = routes.toSorted((a, b) => (a.letter < b.letter ? -1 : 1));
  return (
    <div className="flex flex-wrap items-center gap-2" data-print="hide">
      <FilterSelect
        label="Route"
        param="route"
        all="All routes"
        options={byName.map((one) => ({ value: one.id, label: `${one.letter} · ${one.name}` }))}
      />
      {drivers.size > 1 && (
        <FilterSelect
          label="Driver"
          param="driver"
          all="All drivers"
          options={[...drivers].map(([value, label]) => ({ value, label }))}
        />
      )}
      <ClearFilters params={["route", "driver"]} />
    </div>
  );
}
