import { describe, expect, test } from "vitest";
import { DEFAULT_ROLES, USER_ROLES } from "@/lib/access/roles";
import { STAGES, WORKFLOW_STATUSES } from "@/lib/cases/vocabulary";
import { decideMove, MOVE_RULES, MOVES, type Move } from "./transitions";

const EVERYONE_AT_THE_BENCH = ["admin", "manager", "technician"];
/** Who makes each move in a new lab, in words. */
const MADE_BY: Record<Move, string[]> = {
  receive: ["admin", "manager", "staff"],
  start: EVERYONE_AT_THE_BENCH,
  undo_start: EVERYONE_AT_THE_BENCH,
  pause: EVERYONE_AT_THE_BENCH,
  resume: EVERYONE_AT_THE_BENCH,
  complete: EVERYONE_AT_THE_BENCH,
  pass: EVERYONE_AT_THE_BENCH,
  fail: EVERYONE_AT_THE_BENCH,
  block: EVERYONE_AT_THE_BENCH,
  unblock: EVERYONE_AT_THE_BENCH,
  send_back: EVERYONE_AT_THE_BENCH,
  try_in: EVERYONE_AT_THE_BENCH,
  assign: ["admin", "manager"],
  bind_machine: EVERYONE_AT_THE_BENCH,
  undo_complete: EVERYONE_AT_THE_BENCH,
  deliver: ["admin", "manager", "staff"],
};

const technician = { userId: "t", permissions: new Set(DEFAULT_ROLES.technician.permissions) };
const manager = { userId: "m", permissions: new Set(DEFAULT_ROLES.manager.permissions) };
const running = { stage: "design", status: "in_progress", waitsForApproval: false } as const;

test.each(MOVES)("%s is made by the roles that are said to", (move) => {
  const may = USER_ROLES.filter((role) => DEFAULT_ROLES[role].permissions.includes(MOVE_RULES[move].permission));
  expect(may).toEqual(MADE_BY[move]);
});

test("no move leads out of a completed attempt but the one that takes its completion back", () => {
  const out = MOVES.filter((move) => MOVE_RULES[move].leads.completed);
  expect(out).toEqual(["undo_complete"]);
});

test("every stage but receiving and delivery can be started and ended, each in one way", () => {
  for (const stage of STAGES) {
    const ends = (["receive", "complete", "pass", "deliver"] as const).filter((move) =>
      MOVE_RULES[move].at.includes(stage),
    );
    expect([stage, ends.length]).toEqual([stage, 1]);
  }
});

describe("work of someone else", () => {
  const elses = { ...running, assignedToId: "other" };

  test("is refused, unless it is taken over in so many words or the person may assign it", () => {
    expect(decideMove("complete", elses, technician)).toEqual({ refused: "someone_elses" });
    expect(decideMove("complete", elses, { ...technician, takeOver: true })).toEqual({ to: "completed" });
    expect(decideMove("complete", elses, manager)).toEqual({ to: "completed" });
  });

  test("can be blocked by anyone at the bench", () => {
    expect(decideMove("block", elses, technician)).toEqual({ to: "blocked" });
  });
});

test.each([
  ["start", "in_progress", "already_started"],
  ["start", "on_hold", "paused"],
  ["start", "blocked", "blocked"],
  ["start", "completed", "already_completed"],
  ["pause", "pending", "not_started"],
  ["pause", "on_hold", "already_paused"],
  ["resume", "in_progress", "already_started"],
  ["complete", "pending", "not_started"],
  ["complete", "blocked", "blocked"],
  ["block", "blocked", "already_blocked"],
  ["unblock", "pending", "not_blocked"],
] as const)("%s of a stage that is %s is refused as %s", (move, status, refused) => {
  expect(decideMove(move, { ...running, status, assignedToId: null }, technician)).toEqual({ refused });
});

describe("a design that waits for its dentist's answer", () => {
  const rest = { stage: "design", assignedToId: null } as const;

  test.each(MOVES)("%s in every status: refused where it would leave the stage, else as ever", (move) => {
    const leaving: Move[] = ["complete", "send_back", "try_in"];
    for (const status of WORKFLOW_STATUSES) {
      const asEver = decideMove(move, { ...rest, status, waitsForApproval: false }, manager);
      const waiting = decideMove(move, { ...rest, status, waitsForApproval: true }, manager);
      const kept = "to" in asEver && leaving.includes(move) ? { refused: "waits_for_approval" } : asEver;
      expect([move, status, waiting]).toEqual([move, status, kept]);
    }
  });
});

test("every status but completed has a way on", () => {
  for (const status of WORKFLOW_STATUSES.filter((s) => s !== "completed")) {
    const ways = MOVES.filter((move) => MOVE_RULES[move].at.includes("design") && MOVE_RULES[move].leads[status]);
    expect([status, ways.length > 0]).toEqual([status, true]);
  }
});
