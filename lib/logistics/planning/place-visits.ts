import { type Journey, minutes as minutesOf, type Timetable, timetable, type Window } from "../stop-order/journey";

/** A visit that a route makes or could make: a place of the ways (null when it is not known), and when it may begin. */
export type Visit = { practiceId: string; place: number | null; windows: Window[]; serviceMinutes: number };

/** A route of the day that may still be changed; `serves` are the practices of its template, in their order. */
export type OpenRoute = {
  id: string;
  departsAt: number;
  shiftEndsAt: number | null;
  visits: Visit[];
  serves: readonly string[];
};

/** A practice that something goes to or is fetched from; `closed` says in words why not on this day. */
export type Demand = Visit & { closed: string | null };

/** Where a demand goes: at which place among the visits of the route it is then; `extraMinutes` of the route, null when not known. */
export type Placement = {
  practiceId: string;
  routeId: string;
  position: number;
  isNew: boolean;
  extraMinutes: number | null;
};
export type Unplaced = { practiceId: string; why: "closed" | "no_place" | "no_route" | "no_time" | "shift_full" };

type Cost = { late: number; overrun: number; extra: number };
type Option = { route: OpenRoute; position: number; cost: Cost | null };

/**
 * Decides which route of a day goes to which practice: the one that goes there already, else one whose template serves it, at its
 * place in the template's order, else, cheapest first, the one that it costs the least extra time without making any visit later than
 * its windows or the shift longer. What fits nowhere is answered with the reason. `minutes` are the ways; place 0 is the lab. The routes'
 * `visits` are changed to what was decided.
 */
export function placeVisits(
  routes: OpenRoute[],
  demands: readonly Demand[],
  minutes: Journey["travel"] | null,
): { placed: Placement[]; unplaced: Unplaced[] } {
  const placed: Placement[] = [];
  const unplaced: Unplaced[] = [];
  const place = (demand: Demand, { route, position, cost }: Option) => {
    route.visits.splice(position, 0, demand);
    const extraMinutes = cost ? Math.round(cost.extra) : null;
    placed.push({ practiceId: demand.practiceId, routeId: route.id, position, isNew: true, extraMinutes });
  };
  let free: Demand[] = [];
  for (const demand of demands) {
    const { practiceId } = demand;
    const there = routes.find((route) => route.visits.some((visit) => visit.practiceId === practiceId));
    const served = routes.filter((route) => route.serves.includes(practiceId));
    if (there) {
      const position = there.visits.findIndex((visit) => visit.practiceId === practiceId);
      placed.push({ practiceId, routeId: there.id, position, isNew: false, extraMinutes: 0 });
    } else if (demand.closed) unplaced.push({ practiceId, why: "closed" });
    else if (served.length > 0) place(demand, cheapest(served.map((route) => byTemplate(route, demand, minutes))));
    else if (demand.place === null) unplaced.push({ practiceId, why: "no_place" });
    else if (routes.length === 0) unplaced.push({ practiceId, why: "no_route" });
    else free.push(demand);
  }
  while (free.length > 0) {
    const ways = free.map((demand) => ({ demand, options: optionsOf(routes, demand, minutes) }));
    const fitting = ways.flatMap(({ demand, options }) => options.filter(fits).map((option) => ({ demand, option })));
    const next = fitting.reduce<(typeof fitting)[number] | null>(
      (a, b) => (a && (a.option.cost?.extra ?? 0) <= (b.option.cost?.extra ?? 0) ? a : b),
      null,
    );
    if (!next) {
      for (const { demand, options } of ways) unplaced.push({ practiceId: demand.practiceId, why: whyNot(options) });
      break;
    }
    place(next.demand, next.option);
    free = free.filter((demand) => demand !== next.demand);
  }
  return { placed, unplaced };
}

const fits = ({ cost }: Option) => cost !== null && cost.late <= 0 && cost.overrun <= 0;

/** Where only the shift stands in the way, that is why; a route all of whose places are known there must be. */
function whyNot(options: readonly Option[]): Unplaced["why"] {
  if (options.every(({ cost }) => cost === null)) return "no_place";
  return options.some(({ cost }) => cost !== null && cost.late <= 0) ? "shift_full" : "no_time";
}

const optionsOf = (routes: readonly OpenRoute[], demand: Demand, minutes: Journey["travel"] | null): Option[] =>
  routes.flatMap((route) =>
    Array.from({ length: route.visits.length + 1 }, (_, position) => optionAt(route, position, demand, minutes)),
  );

/** After the last of the route's visits that the template has before this one. */
function byTemplate(route: OpenRoute, demand: Demand, minutes: Journey["travel"] | null): Option {
  const mine = route.serves.indexOf(demand.practiceId);
  const before = new Set(route.serves.slice(0, mine));
  const position = route.visits.findLastIndex((visit) => before.has(visit.practiceId)) + 1;
  return optionAt(route, position, demand, minutes);
}

/** The least late, then the least over the shift, then the least extra; the first of equals, and any whose cost is known before others. */
const cheapest = (options: readonly Option[]): Option =>
  options.reduce((a, b) => {
    if (!a.cost || !b.cost) return a.cost || !b.cost ? a : b;
    const gap = b.cost.late - a.cost.late || b.cost.overrun - a.cost.overrun || b.cost.extra - a.cost.extra;
    return gap < 0 ? b : a;
  });

function optionAt(route: OpenRoute, position: number, demand: Demand, minutes: Journey["travel"] | null): Option {
  const now = timesOf(route, route.visits, minutes);
  const changed = timesOf(route, route.visits.toSpliced(position, 0, demand), minutes);
  const cost =
    now && changed
      ? {
          late: changed.lateMinutes - now.lateMinutes,
          overrun: changed.overrunMinutes - now.overrunMinutes,
          extra: changed.backAt - now.backAt,
        }
      : null;
  return { route, position, cost };
}

/** Null when a place is not known. */
function timesOf(route: OpenRoute, visits: readonly Visit[], minutes: Journey["travel"] | null): Timetable | null {
  if (!minutes || visits.some(({ place }) => place === null)) return null;
  const places = [0, ...visits.map(({ place }) => place as number)];
  const travel = places.map((a) => places.map((b) => minutesOf(minutes, a, b)));
  return timetable(
    { travel, visits, departsAt: route.departsAt, shiftEndsAt: route.shiftEndsAt },
    visits.map((_, i) => i + 1),
  );
}
