import { expect, test } from "vitest";
import type { Stage } from "@/lib/cases/vocabulary";
import { earlierStages, nextStage } from "./route";

const route = (...stages: Stage[]) => stages.map((stage) => ({ stage, departmentId: `${stage}-department` }));
const guard = route("receiving", "impression_scan", "design", "quality_control", "delivery");

test("the next stage is the template's, with its department; what it leaves out is skipped", () => {
  expect(nextStage(guard, "design")).toEqual({ stage: "quality_control", departmentId: "quality_control-department" });
  expect(nextStage(guard, "quality_control")?.stage).toBe("delivery");
  expect(nextStage(guard, "delivery")).toBeNull();
});

test("a route that forgot delivery ends with it all the same", () => {
  expect(nextStage(route("receiving", "design"), "design")).toEqual({ stage: "delivery", departmentId: null });
});

test("an item at a stage that has left the template goes on with what comes later", () => {
  expect(nextStage(guard, "milling")?.stage).toBe("quality_control");
  expect(nextStage([], "milling")?.stage).toBe("delivery");
});

test("back goes to the earlier stages of the route, nearest first, and never to receiving", () => {
  expect(earlierStages(guard, "quality_control").map(({ stage }) => stage)).toEqual(["design", "impression_scan"]);
  expect(earlierStages(guard, "impression_scan")).toEqual([]);
});
