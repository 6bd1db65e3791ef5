import type { Day, DayRoute, DayShipment, DayStop } from "../day";

/** For tests: a day of plain words, without a database. */
export const shipmentOf = (id: string, about: Partial<DayShipment> = {}): DayShipment => ({
  id,
  number: id,
  status: "scheduled",
  note: null,
  parcelsExpected: null,
  parcels: [{ id: `${id}-1`, code: `${id}-1`, place: "lab" }],
  cases: [],
  ...about,
});

export const stopOf = (id: string, about: Partial<DayStop> = {}): DayStop => ({
  id,
  version: 1,
  position: 1,
  status: "planned",
  windowFrom: null,
  windowTo: null,
  notes: null,
  expectedAt: null,
  arrivedAt: null,
  completedAt: null,
  failure: null,
  failureNote: null,
  practice: `Practice ${id}`,
  addressLines: [],
  phone: null,
  latitude: null,
  longitude: null,
  hours: null,
  deliveredTo: null,
  collectedFrom: null,
  deliveries: [],
  pickups: [],
  ...about,
});

export const routeOf = (id: string, stops: DayStop[], about: Partial<DayRoute> = {}): DayRoute => ({
  id,
  name: id,
  routeDate: "2026-11-23",
  status: "planned",
  departsAt: null,
  startedAt: null,
  completedAt: null,
  stops: stops.map((stop, i) => ({ ...stop, position: i + 1 })),
  van: [],
  ...about,
});

export const dayOf = (routes: DayRoute[]): Day => ({
  userId: "driver",
  asOf: "2026-11-23T08:00:00.000Z",
  build: "dev",
  today: "2026-11-23",
  timeZone: "Europe/London",
  locale: "en-GB",
  reasons: [{ id: "closed", label: "Practice closed" }],
  rules: {
    deliveryName: "required",
    deliverySignature: "required",
    deliveryPhoto: "optional",
    pickupName: "optional",
    pickupSignature: "off",
    pickupPhoto: "optional",
  },
  routes,
});
