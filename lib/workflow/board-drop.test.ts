import { describe, expect, test } from "vitest";
import { DEFAULT_ROLES } from "@/lib/access/roles";
import type { Stage, WorkflowStatus } from "@/lib/cases/vocabulary";
import { type CardStage, decideDrop } from "./board-drop";

const technician = { userId: "t", permissions: new Set(DEFAULT_ROLES.technician.permissions) };
const manager = { userId: "m", permissions: new Set(DEFAULT_ROLES.manager.permissions) };
const staff = { userId: "s", permissions: new Set(DEFAULT_ROLES.staff.permissions) };

const crown = (status: WorkflowStatus, more: Partial<CardStage> = {}): CardStage => ({
  id: "1",
  version: 1,
  status,
  assignedToId: null,
  waitsForApproval: false,
  item: "Crown 14",
  next: "sintering",
  earlier: ["design", "impression_scan"],
  ...more,
});
const card = (stages: CardStage[], stage: Stage = "milling", onHold = false) => ({
  number: "C-1",
  stage,
  onHold,
  stages,
});

describe("a card dropped", () => {
  test("on its own stage does nothing", () => {
    expect(decideDrop(card([crown("in_progress")]), "milling", technician)).toEqual({ kind: "none" });
  });
  test("on the next stage completes what was begun, and says to start what was not", () => {
    expect(decideDrop(card([crown("in_progress")]), "sintering", technician)).toMatchObject({ kind: "complete" });
    expect(decideDrop(card([crown("pending")]), "sintering", technician)).toEqual({
      kind: "refused",
      words: "Start Crown 14 first.",
    });
    expect(decideDrop(card([crown("blocked")]), "sintering", technician)).toMatchObject({ kind: "refused" });
  });
  test("several stages ahead is refused with the stage that comes next", () => {
    expect(decideDrop(card([crown("in_progress")]), "quality_control", technician)).toEqual({
      kind: "refused",
      words: "Crown 14 goes to sintering next, one stage at a time.",
    });
  });
  test("moves the items that go there and tells which stay", () => {
    const guard = crown("in_progress", { id: "2", item: "Night guard", next: "quality_control" });
    const drop = decideDrop(card([crown("in_progress"), guard]), "quality_control", technician);
    expect(drop).toMatchObject({ kind: "complete", stages: [{ id: "2" }] });
    expect(drop).toHaveProperty("words", expect.stringContaining("Crown 14 stays"));
  });
  test("on an earlier stage sends back, but to receiving or one it never had", () => {
    expect(decideDrop(card([crown("pending")]), "design", technician)).toMatchObject({ kind: "send_back" });
    expect(decideDrop(card([crown("pending")]), "receiving", technician)).toMatchObject({ kind: "refused" });
    expect(decideDrop(card([crown("pending", { earlier: [] })]), "design", technician)).toMatchObject({
      kind: "refused",
    });
    expect(decideDrop(card([crown("pending")]), "design", staff)).toEqual({
      kind: "refused",
      words: "Your role does not allow this.",
    });
  });
  test("from receiving or quality control opens what asks more", () => {
    const waiting = crown("pending", { next: "delivery", earlier: [] });
    expect(decideDrop(card([waiting], "quality_control"), "delivery", technician)).toMatchObject({
      kind: "open",
      at: "bench",
    });
    expect(decideDrop(card([crown("pending", { next: "design" })], "receiving"), "design", staff)).toMatchObject({
      kind: "open",
      at: "receiving",
    });
    expect(decideDrop(card([crown("pending", { next: "design" })], "receiving"), "design", technician)).toMatchObject({
      kind: "refused",
    });
  });
  test("of a held case, of someone else, or with a design that waits, stays", () => {
    expect(decideDrop(card([crown("in_progress")], "milling", true), "sintering", manager)).toMatchObject({
      kind: "refused",
    });
    const elses = crown("in_progress", { assignedToId: "x" });
    expect(decideDrop(card([elses]), "sintering", technician)).toMatchObject({ kind: "refused" });
    expect(decideDrop(card([elses]), "sintering", manager)).toMatchObject({ kind: "complete" });
    const waits = crown("in_progress", { waitsForApproval: true });
    expect(decideDrop(card([waits]), "sintering", manager)).toMatchObject({ kind: "refused" });
  });
});
