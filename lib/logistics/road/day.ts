import type { OpeningHours } from "@/lib/practices/opening-hours";
import type { RouteStatus, ShipmentStatus, StopStatus } from "../vocabulary";
import type { VanParcel } from "./custody";
import type { ProofRules } from "./proof-rules";

/** A driver's day as the phone keeps it: plain JSON, times as ISO 8601 in UTC, days as `YYYY-MM-DD` of the lab. */
export type Day = {
  userId: string;
  asOf: string;
  /** The version of the web app that answered. */
  build: string;
  today: string;
  timeZone: string;
  locale: string;
  reasons: { id: string; label: string }[];
  rules: ProofRules;
  routes: DayRoute[];
};
export type DayRoute = {
  id: string;
  name: string;
  routeDate: string;
  status: RouteStatus;
  departsAt: string | null;
  startedAt: string | null;
  completedAt: string | null;
  stops: DayStop[];
  /** What is on the van and in nobody's hands yet. */
  van: VanParcel[];
};
export type DayStop = {
  id: string;
  version: number;
  position: number;
  status: StopStatus;
  windowFrom: string | null;
  windowTo: string | null;
  notes: string | null;
  expectedAt: string | null;
  arrivedAt: string | null;
  completedAt: string | null;
  failure: string | null;
  failureNote: string | null;
  practice: string;
  addressLines: string[];
  phone: string | null;
  latitude: string | null;
  longitude: string | null;
  hours: OpeningHours | null;
  /** Who took it in and who gave it out; "" when nobody was named, null before. */
  deliveredTo: string | null;
  collectedFrom: string | null;
  deliveries: DayShipment[];
  pickups: DayShipment[];
};
export type DayShipment = {
  id: string;
  number: string;
  status: ShipmentStatus;
  note: string | null;
  parcelsExpected: number | null;
  parcels: DayParcel[];
  cases: DayCase[];
};
export type DayParcel = { id: string; code: string; place: "lab" | "van" | "carrier" | "practice" };
export type DayCase = { id: string; number: string; what: string };

export const isDone = ({ status }: Pick<DayStop, "status">): boolean => status === "delivered" || status === "failed";

/** What is still to be handed over at a stop of a route on the road, and to be fetched. */
export const toHandOver = (stop: DayStop): DayShipment[] =>
  stop.deliveries.filter((one) => one.status === "in_transit");
export const toFetch = (stop: DayStop): DayShipment[] => stop.pickups.filter((one) => one.status === "scheduled");

/** What goes onto the van of a planned route, stop by stop. */
export const toLoad = (route: DayRoute): (DayParcel & { stop: DayStop })[] =>
  route.stops.flatMap((stop) =>
    stop.deliveries
      .filter((one) => one.status === "scheduled")
      .flatMap((one) => one.parcels.map((parcel) => ({ ...parcel, stop }))),
  );
