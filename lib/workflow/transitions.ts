import type { Permission } from "@/lib/access/permissions";
import type { Stage, WorkflowStatus } from "@/lib/cases/vocabulary";

/** What a person can do to one attempt of an item at a stage. */
export const MOVES = [
  "receive",
  "start",
  "undo_start",
  "pause",
  "resume",
  "complete",
  "pass",
  "fail",
  "block",
  "unblock",
  "send_back",
  "try_in",
  "assign",
  "bind_machine",
  "undo_complete",
  "deliver",
] as const;
export type Move = (typeof MOVES)[number];

type Rule = {
  permission: Permission;
  /** The stages it is made at. */
  at: readonly Stage[];
  /** The status it leads to, by the status it starts from; from any other status it is refused. */
  leads: Partial<Record<WorkflowStatus, WorkflowStatus>>;
  /** Work assigned to someone else is moved only by taking it over. */
  own?: true;
  /** It leaves the stage, so a design that waits for its dentist's answer cannot make it. */
  leaves?: true;
};

const BENCH: readonly Stage[] = ["impression_scan", "design", "milling", "sintering", "quality_control"];
const MADE: readonly Stage[] = ["impression_scan", "design", "milling", "sintering"];
const CHECKED: readonly Stage[] = ["quality_control"];
const SENDABLE: readonly Stage[] = [...BENCH, "delivery"];

/**
 * The declared table of stage moves. Status `on_hold` of a stage means paused: begun, with the clock standing still. A stage that
 * was blocked goes back into the queue when it is unblocked; the time already worked on it stays.
 */
export const MOVE_RULES: Record<Move, Rule> = {
  receive: {
    permission: "cases.receive",
    at: ["receiving"],
    leads: { pending: "completed", in_progress: "completed", on_hold: "completed" },
  },
  start: { permission: "bench.work", at: BENCH, leads: { pending: "in_progress" }, own: true },
  undo_start: { permission: "bench.work", at: BENCH, leads: { in_progress: "pending" }, own: true },
  pause: { permission: "bench.work", at: BENCH, leads: { in_progress: "on_hold" }, own: true },
  resume: { permission: "bench.work", at: BENCH, leads: { on_hold: "in_progress" }, own: true },
  complete: {
    permission: "bench.work",
    at: MADE,
    leads: { in_progress: "completed", on_hold: "completed" },
    own: true,
    leaves: true,
  },
  pass: {
    permission: "quality.check",
    at: CHECKED,
    leads: { in_progress: "completed", on_hold: "completed" },
    own: true,
  },
  fail: {
    permission: "quality.check",
    at: CHECKED,
    leads: { in_progress: "completed", on_hold: "completed" },
    own: true,
  },
  block: {
    permission: "bench.work",
    at: BENCH,
    leads: { pending: "blocked", in_progress: "blocked", on_hold: "blocked" },
  },
  unblock: { permission: "bench.work", at: BENCH, leads: { blocked: "pending" } },
  send_back: {
    permission: "bench.send_back",
    at: SENDABLE,
    leads: { pending: "completed", in_progress: "completed", on_hold: "completed", blocked: "completed" },
    leaves: true,
  },
  try_in: {
    permission: "bench.work",
    at: SENDABLE,
    leads: { pending: "completed", in_progress: "completed", on_hold: "completed" },
    own: true,
    leaves: true,
  },
  assign: {
    permission: "bench.assign",
    at: BENCH,
    leads: { pending: "pending", in_progress: "on_hold", on_hold: "on_hold", blocked: "blocked" },
  },
  bind_machine: {
    permission: "bench.work",
    at: MADE,
    leads: { pending: "pending", in_progress: "in_progress", on_hold: "on_hold", blocked: "blocked" },
  },
  undo_complete: { permission: "bench.work", at: MADE, leads: { completed: "on_hold" } },
  deliver: {
    permission: "shipments.manage",
    at: ["delivery"],
    leads: { pending: "completed", in_progress: "completed", on_hold: "completed" },
  },
};

export type MoveRefusal =
  | "forbidden"
  | "wrong_stage"
  | "already_completed"
  | "already_started"
  | "already_paused"
  | "already_blocked"
  | "not_started"
  | "not_blocked"
  | "not_completed"
  | "paused"
  | "blocked"
  | "waits_for_approval"
  | "someone_elses";

export type Mover = {
  userId: string | null;
  permissions: ReadonlySet<Permission>;
  /** The person said that they take over what is assigned to someone else. */
  takeOver?: boolean;
};

/**
 * Decides a move: the status it leads to, or why not. Who may assign work may also take it over without saying so.
 */
export function decideMove(
  move: Move,
  at: { stage: Stage; status: WorkflowStatus; assignedToId: string | null; waitsForApproval: boolean },
  by: Mover,
): { to: WorkflowStatus } | { refused: MoveRefusal } {
  const rule = MOVE_RULES[move];
  if (!by.permissions.has(rule.permission)) return { refused: "forbidden" };
  if (!rule.at.includes(at.stage)) return { refused: "wrong_stage" };
  const to = rule.leads[at.status];
  if (!to) return { refused: whyNot(move, at.status) };
  if (rule.leaves && at.waitsForApproval) return { refused: "waits_for_approval" };
  const someoneElses = at.assignedToId !== null && at.assignedToId !== by.userId;
  if (rule.own && someoneElses && !by.takeOver && !by.permissions.has("bench.assign"))
    return { refused: "someone_elses" };
  return { to };
}

function whyNot(move: Move, status: WorkflowStatus): MoveRefusal {
  if (status === "completed") return "already_completed";
  if (move === "undo_complete") return "not_completed";
  if (status === "blocked") return move === "block" ? "already_blocked" : "blocked";
  if (move === "unblock") return "not_blocked";
  if (status === "pending") return "not_started";
  if (status === "in_progress") return "already_started";
  return move === "pause" ? "already_paused" : "paused";
}

/** What a refused move says to the person who asked, about the item named. */
export const MOVE_REFUSAL_WORDS: Record<MoveRefusal, (item: string) => string> = {
  forbidden: () => "Your role does not allow this.",
  wrong_stage: (item) => `${item} is at another stage, where this is not done.`,
  already_completed: (item) => `${item} has already left this stage.`,
  already_started: (item) => `${item} is already being worked on.`,
  already_paused: (item) => `${item} is already paused.`,
  already_blocked: (item) => `${item} is already blocked.`,
  not_started: (item) => `Start ${item} first.`,
  not_completed: (item) => `${item} is not completed.`,
  not_blocked: (item) => `${item} is not blocked.`,
  paused: (item) => `${item} is paused. Resume it first.`,
  blocked: (item) => `${item} is blocked. Unblock it first.`,
  waits_for_approval: (item) =>
    `The design of ${item} waits for the dentist's answer. It goes on when that has come, or the request is withdrawn.`,
  someone_elses: (item) => `${item} is assigned to someone else. Take it over to go on.`,
};
