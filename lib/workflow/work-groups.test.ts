import { expect, test } from "vitest";
import type { Stage, WorkflowStatus } from "@/lib/cases/vocabulary";
import type { BenchItem } from "./bench-case";
import { commonEarlierStages, type WorkItem, workGroups } from "./work-groups";

const item = (
  id: string,
  stage: Stage,
  status: WorkflowStatus,
  assignedToId: string | null,
  route: Stage[] = [],
  waitsForApproval = false,
) =>
  ({
    id,
    route: route.map((s) => ({ stage: s, departmentId: null })),
    open: { id, stage, status, assignedToId, waitsForApproval },
  }) as unknown as BenchItem;

test("items move together when stage, state and person are the same; one's own running work comes first", () => {
  const groups = workGroups(
    [
      item("a", "design", "pending", null),
      item("b", "design", "pending", null),
      item("c", "milling", "in_progress", "other"),
      item("d", "milling", "in_progress", "me"),
      { ...item("e", "delivery", "pending", null), open: null },
    ],
    "me",
  );
  expect(groups.map((group) => group.items.map(({ id }) => id))).toEqual([["d"], ["c"], ["a", "b"]]);
});

test("a design that waits for the dentist stands apart from those that can go on, and last", () => {
  const groups = workGroups(
    [
      item("a", "design", "in_progress", "me", [], true),
      item("b", "design", "in_progress", "me"),
      item("c", "design", "blocked", "other"),
    ],
    "me",
  );
  expect(groups.map((group) => group.items.map(({ id }) => id))).toEqual([["b"], ["c"], ["a"]]);
});

test("together they go back only where each of them can", () => {
  const crown = item("a", "quality_control", "pending", null, [
    "impression_scan",
    "design",
    "milling",
    "sintering",
    "quality_control",
  ]);
  const guard = item("b", "quality_control", "pending", null, ["impression_scan", "design", "quality_control"]);
  expect(commonEarlierStages([crown, guard] as WorkItem[])).toEqual(["design", "impression_scan"]);
  expect(commonEarlierStages([])).toEqual([]);
});
