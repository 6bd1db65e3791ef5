import { type Day, type DayRoute, type DayShipment, type DayStop, isDone, toFetch, toHandOver } from "./day";
import type { CommandOf, RoadCommand } from "./schema";

/**
 * The day as the phone shows it: what the lab last said, with the commands laid over it that are still to be sent, in their order. Pure, and
 * deaf to what makes no sense any more: the lab decides when it is sent.
 */
export const reduceDay = (day: Day, commands: readonly RoadCommand[]): Day => commands.reduce(afterCommand, day);

function afterCommand(day: Day, command: RoadCommand): Day {
  const routes = day.routes.map((route) => {
    if (route.id !== command.routeId) return route;
    const after = onRoute(route, command, day);
    return "stopId" in command ? endedWhenDone(after, command.happenedAt) : after;
  });
  return { ...day, routes };
}

function onRoute(route: DayRoute, command: RoadCommand, day: Day): DayRoute {
  switch (command.kind) {
    case "load":
      return placed(route, command.parcelId, "van");
    case "unload":
      return placed(route, command.parcelId, "lab");
    case "start":
      return route.status === "planned" ? started(route, command) : route;
    case "reorder":
      return reordered(route, command.stopIds);
    case "count":
      return { ...route, status: "completed", completedAt: command.happenedAt, van: [] };
    default:
      return atStop(route, command, day);
  }
}

type StopCommand = Extract<RoadCommand, { stopId: string }>;

function atStop(route: DayRoute, command: StopCommand, day: Day): DayRoute {
  const stop = route.stops.find((one) => one.id === command.stopId);
  if (!stop || isDone(stop)) return route;
  const to = (changed: Partial<DayStop>) => withStop(route, { ...stop, ...changed });
  const { happenedAt } = command;
  switch (command.kind) {
    case "arrive":
      return to({ status: "arrived", arrivedAt: happenedAt });
    case "leave":
    case "resume":
      return to({ status: "planned", arrivedAt: null });
    case "skip":
      return to({ status: "skipped", arrivedAt: null });
    case "visit":
      return to({ status: "delivered", completedAt: happenedAt });
    case "deliver":
      return offVan(withStop(route, delivered(stop, command)), command.shipmentIds);
    case "collect":
      return collected(route, stop, command);
    case "fail": {
      const failure = day.reasons.find((reason) => reason.id === command.reasonId)?.label ?? null;
      const why = { failure, failureNote: command.note };
      if (command.next === "today") return to({ ...why, status: "skipped", arrivedAt: null });
      const served = stop.deliveredTo !== null || stop.collectedFrom !== null;
      const lost = (one: DayShipment): DayShipment =>
        one.status === "in_transit" || one.status === "scheduled" ? { ...one, status: "failed" } : one;
      return to({
        ...why,
        status: served ? "delivered" : "failed",
        completedAt: happenedAt,
        deliveries: stop.deliveries.map(lost),
        pickups: stop.pickups.map((one) => (one.status === "scheduled" ? lost(one) : one)),
      });
    }
  }
}

function withStop(route: DayRoute, changed: DayStop): DayRoute {
  return { ...route, stops: route.stops.map((stop) => (stop.id === changed.id ? changed : stop)) };
}

const offVan = (route: DayRoute, shipmentIds: readonly string[]): DayRoute => ({
  ...route,
  van: route.van.filter((parcel) => !shipmentIds.includes(parcel.shipmentId)),
});

function placed(route: DayRoute, parcelId: string, place: "van" | "lab"): DayRoute {
  const at = (one: DayShipment): DayShipment => ({
    ...one,
    parcels: one.parcels.map((parcel) => (parcel.id === parcelId ? { ...parcel, place } : parcel)),
  });
  return { ...route, stops: route.stops.map((stop) => ({ ...stop, deliveries: stop.deliveries.map(at) })) };
}

/** Leaves behind what is not on the van, as the lab will. */
function started(route: DayRoute, { parcelIds, happenedAt }: CommandOf<"start">): DayRoute {
  const van: DayRoute["van"] = [];
  const stops = route.stops.map((stop) => ({
    ...stop,
    deliveries: stop.deliveries.flatMap((one): DayShipment[] => {
      if (one.status !== "scheduled") return [one];
      const on = one.parcels.filter((parcel) => !parcelIds || parcelIds.includes(parcel.id));
      if (on.length === 0 && one.parcels.length > 0) return [];
      for (const { id, code } of on)
        van.push({ id, code, shipmentId: one.id, stopId: stop.id, practice: stop.practice, origin: "delivery" });
      return [{ ...one, status: "in_transit", parcels: on.map((parcel) => ({ ...parcel, place: "van" as const })) }];
    }),
  }));
  return { ...route, stops, van, status: "in_progress", startedAt: happenedAt };
}

function delivered(stop: DayStop, { shipmentIds, person, happenedAt }: CommandOf<"deliver">): DayStop {
  const deliveries = stop.deliveries.map(
    (one): DayShipment =>
      shipmentIds.includes(one.id)
        ? { ...one, status: "delivered", parcels: one.parcels.map((parcel) => ({ ...parcel, place: "practice" })) }
        : one,
  );
  return stopEnded({ ...stop, deliveries, deliveredTo: person ?? "" }, happenedAt);
}

function collected(route: DayRoute, stop: DayStop, command: CommandOf<"collect">): DayRoute {
  const { pickups: fetched, extra, person, happenedAt } = command;
  const ids = [
    ...fetched.map((one) => ({ ...one, on: one.shipmentId })),
    ...(extra ? [{ ...extra, on: command.id }] : []),
  ];
  const onBoard = ids.flatMap(({ on, parcelIds }) =>
    parcelIds.map((id, i) => ({
      id,
      code: `${stop.pickups.find((one) => one.id === on)?.number ?? "Collected"}-${i + 1}`,
      shipmentId: on,
      stopId: stop.id,
      practice: stop.practice,
      origin: "pickup" as const,
    })),
  );
  const pickups = stop.pickups.map((one): DayShipment => {
    const took = fetched.find((taken) => taken.shipmentId === one.id);
    if (!took) return one;
    return { ...one, status: took.parcelIds.length > 0 ? "in_transit" : "failed" };
  });
  const took = onBoard.length > 0;
  const after = stopEnded({ ...stop, pickups, collectedFrom: took ? (person ?? "") : stop.collectedFrom }, happenedAt);
  return { ...withStop(route, after), van: [...route.van, ...onBoard] };
}

function stopEnded(stop: DayStop, at: string): DayStop {
  const arrivedAt = stop.arrivedAt ?? at;
  if (toHandOver(stop).length + toFetch(stop).length > 0) return { ...stop, status: "arrived", arrivedAt };
  return { ...stop, status: "delivered", arrivedAt, completedAt: at };
}

function endedWhenDone(route: DayRoute, at: string): DayRoute {
  const over = route.status === "in_progress" && route.van.length === 0 && route.stops.every(isDone);
  return over ? { ...route, status: "completed", completedAt: at } : route;
}

function reordered(route: DayRoute, stopIds: readonly string[]): DayRoute {
  const place = (id: string) => (stopIds.includes(id) ? stopIds.indexOf(id) : stopIds.length);
  const done = route.stops.filter(isDone);
  const open = route.stops.filter((stop) => !isDone(stop)).toSorted((a, b) => place(a.id) - place(b.id));
  return { ...route, stops: [...done, ...open].map((stop, i) => ({ ...stop, position: i + 1 })) };
}
