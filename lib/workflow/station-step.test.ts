import { expect, test } from "vitest";
import { DEFAULT_ROLES } from "@/lib/access/roles";
import type { Stage, WorkflowStatus } from "@/lib/cases/vocabulary";
import { nextStep } from "./station-step";
import type { WorkGroup } from "./work-groups";

const of = { id: "c", status: "milling" as const, hold: null };
const technician = { permissions: new Set(DEFAULT_ROLES.technician.permissions) };
const group = (stage: Stage, status: WorkflowStatus, open: object = {}): WorkGroup =>
  ({ stage, status, items: [{ procedureType: "crowns", open: { load: null, reason: null, ...open } }] }) as never;
const question = { id: "q", label: "Fit", stage: "milling" as const, procedureType: null, photoRequired: false };

test.each([
  ["milling", "pending", "start"],
  ["milling", "in_progress", "complete"],
  ["milling", "on_hold", "resume"],
  ["quality_control", "pending", "start"],
] as const)("at %s %s the next step is to %s", (stage, status, move) => {
  expect(nextStep(of, group(stage, status), [], technician)).toEqual({ move });
});

test("what is paused goes on first, whatever is asked before it is done", () => {
  expect(nextStep(of, group("milling", "on_hold"), [question], technician)).toEqual({ move: "resume" });
  expect(nextStep(of, group("quality_control", "on_hold"), [], technician)).toEqual({ move: "resume" });
});

test("what stands in the way is said, with the way to it", () => {
  const words = (...args: Parameters<typeof nextStep>) => nextStep(...args);
  expect(
    words({ ...of, status: "on_hold", hold: { reason: "Payment" } }, group("milling", "pending"), [], technician),
  ).toMatchObject({ words: "On hold: Payment" });
  expect(words(of, group("milling", "in_progress"), [question], technician)).toMatchObject({
    move: null,
    href: { to: "case" },
  });
  expect(words(of, group("quality_control", "in_progress"), [], technician)).toMatchObject({
    move: null,
    href: { to: "case" },
  });
  expect(
    words(of, group("sintering", "in_progress", { load: { id: "l", machine: "F-1" } }), [], technician),
  ).toMatchObject({ href: { to: "load", id: "l" } });
  expect(words(of, { ...group("design", "in_progress"), waitsForApproval: true }, [], technician)).toMatchObject({
    words: "The design waits for the dentist's answer.",
    href: { to: "case" },
  });
  expect(words(of, group("receiving", "pending"), [], technician)).toMatchObject({ move: null, href: undefined });
  expect(words(of, group("milling", "blocked", { reason: "Machine down" }), [], technician)).toMatchObject({
    words: "Blocked: Machine down",
  });
});
