import { expect, test } from "vitest";
import { dueLateness, shipLateness } from "./lateness";

const today = "2026-11-20";
const found = { status: "milling", shipBy: "2026-11-20", dueOn: "2026-11-23" } as const;
const due = { ...found, shipped: false, deliveredOn: null };

test("the lab counts to the ship-by day", () => {
  expect(shipLateness(found, today)?.words).toBe("Ships today");
  expect(shipLateness({ ...found, shipBy: "2026-11-18" }, today)).toEqual({ tone: "danger", words: "2 days late" });
  expect(shipLateness({ ...found, shipBy: "2026-11-21" }, today)?.words).toBe("Tomorrow");
  expect(shipLateness({ ...found, shipBy: "2026-12-01" }, today)?.words).toBe("In 11 days");
  expect(shipLateness({ ...found, status: "delivered" }, today)).toBeNull();
});

test("the practice counts to the due day and is told early", () => {
  expect(dueLateness(due, today)?.words).toBe("On time");
  expect(dueLateness(due, "2026-11-21")).toEqual({ tone: "warning", words: "Running late" });
  expect(dueLateness({ ...due, shipped: true }, "2026-11-21")?.words).toBe("On time");
  expect(dueLateness(due, "2026-11-24")).toEqual({ tone: "danger", words: "1 day late" });
  expect(dueLateness({ ...due, status: "on_hold" }, today)?.words).toBe("Moves while on hold");
  expect(dueLateness({ ...due, status: "delivered", deliveredOn: "2026-11-23" }, today)?.words).toBe(
    "Delivered on time",
  );
  expect(dueLateness({ ...due, status: "delivered", deliveredOn: "2026-11-25" }, today)?.words).toBe(
    "Delivered 2 days late",
  );
});
