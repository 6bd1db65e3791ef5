import type { LabCalendar } from "../due-date";
import type { DepartmentLoad } from "../load-queue";
import { type PromisedItem, type PromiseRequest, promiseDate } from "../promise-date";
import type { Urgency } from "../vocabulary";

/** Calendars, items and loads that promises are worked out for by hand. 2026-11-23 is a Monday. */

export const london: LabCalendar = {
  timeZone: "Europe/London",
  workingWeekdays: [1, 2, 3, 4, 5],
  closesAt: "18:00",
  closingDays: [
    { closedOn: "2026-12-25", name: "Christmas Day" },
    { closedOn: "2026-12-28", name: "Boxing Day, observed" },
    { closedOn: "2027-01-01", name: "New Year's Day" },
    { closedOn: "2026-11-21", name: "Stocktaking" },
  ],
};
export const honolulu: LabCalendar = { ...london, timeZone: "Pacific/Honolulu", closingDays: [] };
export const gulf: LabCalendar = {
  ...london,
  timeZone: "Asia/Dubai",
  workingWeekdays: [7, 1, 2, 3, 4],
  closingDays: [],
};
export const always = { closedWeekdays: [], closings: [] };
export const noMondays = { closedWeekdays: [1], closings: [] };
export const holiday = {
  closedWeekdays: [],
  closings: [{ from: "2026-11-30", to: "2026-12-04", name: "Winter break" }],
};

export const crown: PromisedItem = {
  name: "Crown",
  units: 1,
  rushDays: 2,
  stages: [
    { stage: "receiving", days: 0, departmentId: "desk" },
    { stage: "impression_scan", days: 0.5, departmentId: "cad" },
    { stage: "design", days: 1, departmentId: "cad" },
    { stage: "milling", days: 1, departmentId: "cam" },
    { stage: "sintering", days: 1, departmentId: "furnace" },
    { stage: "quality_control", days: 0.5, departmentId: "qc" },
    { stage: "delivery", days: 0, departmentId: "desk" },
  ],
};
export const bridge: PromisedItem = {
  ...crown,
  name: "Bridge",
  units: 3,
  rushDays: 4,
  stages: crown.stages.map((s) => (["design", "milling", "sintering"].includes(s.stage) ? { ...s, days: 2 } : s)),
};
export const nearlySeven = { ...bridge, stages: bridge.stages.filter((s) => s.stage !== "quality_control") };
export const model = { ...crown, name: "Model", rushDays: 3, stages: [{ ...crown.stages[2], days: 1 } as never] };

/** Milling takes 10 units a day and has this before it; the other departments take anything. */
export const milling = (...coming: [leadDays: number, units: number, urgency?: Urgency][]): DepartmentLoad[] => [
  { id: "cad", name: "Design", capacity: null, otherDays: {}, coming: [] },
  {
    id: "cam",
    name: "Milling",
    capacity: 10,
    otherDays: {},
    coming: coming.map(([leadDays, units, urgency = "standard"]) => ({ leadDays, units, urgency, received: true })),
  },
];

/** As `milling`, with other capacities on some days, for want of people. */
export const shortMilling = (days: Record<string, number>, ...coming: Parameters<typeof milling>): DepartmentLoad[] =>
  milling(...coming).map((department) =>
    department.id === "cam"
      ? {
          ...department,
          otherDays: Object.fromEntries(
            Object.entries(days).map(([day, capacity]) => [day, { capacity, shortOf: "people" as const }]),
          ),
        }
      : department,
  );

export const promise = (now: string, options: Partial<PromiseRequest> = {}) =>
  promiseDate({
    now: new Date(now),
    calendar: london,
    practice: always,
    items: [crown],
    urgency: "standard",
    physicalImpression: false,
    transitDays: 1,
    load: [],
    rushPassesQueue: true,
    ...options,
  });

export const monday = "2026-11-23T09:00Z";
