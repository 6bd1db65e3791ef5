import { expect, it } from "vitest";
import type { OwnVisit } from "./own-visits";
import { visitWords } from "./visit-words";

const visit: OwnVisit = {
  shipmentId: "1",
  number: "S-1",
  type: "delivery",
  status: "in_transit",
  method: "driver",
  day: "2026-03-03",
  onTheRoad: true,
  atTheDoor: false,
  isNext: false,
  expectedAt: new Date("2026-03-03T10:53:00Z"),
  carrier: null,
  tracking: [],
  cases: [],
};
const reader = {
  today: "2026-03-03",
  now: new Date("2026-03-03T10:38:00Z"),
  locale: "en-GB",
  timeZone: "Europe/London",
};

it.each<[Partial<OwnVisit>, string | undefined]>([
  [{}, "Out for delivery, expected 10:40–11:10"],
  [{ type: "pickup", status: "scheduled" }, "The driver comes to pick up, expected 10:40–11:10"],
  [{ isNext: true }, "You are next: the driver arrives in about 15 minutes"],
  [{ atTheDoor: true }, "The driver is at your door"],
  [{ expectedAt: null }, "Out for delivery"],
  [{ status: "scheduled", onTheRoad: false }, "Comes today, about 10:40–11:10"],
  [{ status: "scheduled", onTheRoad: false, day: "2026-03-05", expectedAt: null }, "Comes on Thu 5 Mar"],
  [{ status: "ready", onTheRoad: false, day: "2026-03-05", expectedAt: null }, "Comes on Thu 5 Mar"],
  [{ status: "ready", onTheRoad: false, day: null, expectedAt: null }, undefined],
  [{ status: "failed", onTheRoad: false }, "It could not be handed over. The lab arranges how it comes to you."],
  [{ status: "ready", onTheRoad: false, method: "collected" }, "Ready for you to collect at the lab"],
  [{ status: "in_transit", onTheRoad: false, method: "carrier", carrier: "Royal Mail" }, "On its way with Royal Mail"],
])("%j", (of, headline) => {
  expect(visitWords({ ...visit, ...of }, reader)?.headline).toBe(headline);
});
