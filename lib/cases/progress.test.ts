import { expect, test } from "vitest";
import { caseSteps, itemSteps, stepCount } from "./progress";
import type { Stage } from "./vocabulary";

const GUARD: Stage[] = ["receiving", "impression_scan", "design", "quality_control", "delivery"];
const states = (steps: { state: string }[]) => steps.map((step) => step.state).join(" ");

test("an item leaves out what its template does not have", () => {
  const steps = itemSteps({ status: "in_production", stage: "design" }, GUARD);
  expect(states(steps)).toBe("done done current left_out left_out waiting waiting");
  expect(stepCount(steps)).toEqual({ at: 3, of: 5 });
});

test("what was passed before work was sent back is to be passed again", () => {
  const steps = itemSteps({ status: "in_production", stage: "design" }, GUARD, [
    "receiving",
    "design",
    "quality_control",
  ]);
  expect(states(steps)).toBe("done done current left_out left_out again waiting");
});

test("a delivered item has done everything, a cancelled one only what it passed", () => {
  expect(states(itemSteps({ status: "delivered", stage: "delivery" }, GUARD))).toBe(
    "done done done left_out left_out done done",
  );
  const cancelled = itemSteps({ status: "cancelled", stage: "design" }, GUARD, ["receiving"]);
  expect(states(cancelled)).toBe("done left_out left_out left_out left_out left_out left_out");
  expect(stepCount(cancelled)).toBeNull();
});

test("the item furthest behind says where a case is", () => {
  const items = [
    { status: "delivered", stage: "delivery" },
    { status: "cancelled", stage: "receiving" },
    { status: "finished", stage: "delivery" },
    { status: "in_production", stage: "design" },
  ] as const;
  expect(stepCount(caseSteps(items, GUARD))).toEqual({ at: 3, of: 5 });
  expect(states(caseSteps(items.slice(0, 2), GUARD))).toBe("done done done left_out left_out done done");
});
