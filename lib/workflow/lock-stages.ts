import type { Context } from "@/lib/access/action";
import { conflict, notFound, Refusal } from "@/lib/access/errors";
import { itemName, type NamedItem } from "@/lib/cases/item-name";
import type { ItemState } from "@/lib/cases/status";
import type { CaseStatus, Stage, WorkflowStatus } from "@/lib/cases/vocabulary";
import { type Sql, sql } from "@/lib/db/sql";
import type { RouteStage } from "./route";
import { decideMove, MOVE_REFUSAL_WORDS, MOVE_RULES, type Move } from "./transitions";

export type MovedCase = { id: string; number: string; practiceId: string; status: CaseStatus };

/** An open attempt that is about to move, with what the move needs to know. */
export type LockedStage = NamedItem & {
  id: string;
  caseId: string;
  itemId: string;
  stage: Stage;
  attempt: number;
  status: WorkflowStatus;
  version: number;
  assignedToId: string | null;
  assignedTo: string | null;
  /** The dentist was asked to approve the design, and has not answered. */
  waitsForApproval: boolean;
  /** The item in words, teeth in FDI, as history keeps it: "Crown 14". */
  item: string;
  /** The stages of the item's template, in order. */
  route: RouteStage[];
  /** The machine whose running load it lies in. */
  load: string | null;
  /** The machine it is made on, while that cannot be used. */
  machineDown: string | null;
  /** Every item of its case, this one included. */
  siblings: (ItemState & { id: string })[];
};

/** A stage as the caller saw it. */
export type SeenStage = { id: string; version: number };

export type LockedMove = {
  cases: MovedCase[];
  stages: LockedStage[];
  /** The status each stage comes to, by its id. */
  to: ReadonlyMap<string, WorkflowStatus>;
};

/**
 * Locks the stages that are to move, their cases first and in one order, and decides the move for each by the declared table.
 * One stage that may not move refuses them all: `not_found`, `stale` (changed since the caller looked), `on_hold`, `cancelled`,
 * `forbidden`, `in_load` (a machine runs with it), `machine_down` (it is made on one), or the reason of the table (`already_completed`, `someone_elses` …), each naming the item.
 */
export async function lockForMove(
  context: Context,
  move: Move,
  seen: readonly SeenStage[],
  takeOver = false,
): Promise<LockedMove> {
  const { actor, tx } = context;
  refuseForbidden(actor, move);
  const ids = seen.map((stage) => stage.id);
  const cases = await tx.rows<MovedCase>(
    lockCasesOf(sql`SELECT case_id FROM workflow_stages WHERE id = ANY(${ids}::uuid[])`),
  );
  const stages = await tx.rows<LockedRow>(lockedStages(sql`w.id = ANY(${ids}::uuid[])`));
  const found = stages.map(fromRow);
  if (found.length < new Set(ids).size || cases.length === 0) throw notFound("stage");

  for (const each of cases) refuseStanding(each);
  const versions = new Map(seen.map((stage) => [stage.id, stage.version]));
  const changed = found.filter((stage) => versions.get(stage.id) !== stage.version);
  if (changed.length > 0) throw staleStages(changed.map((stage) => itemName(stage, actor.toothNotation)));

  const to = new Map<string, WorkflowStatus>();
  for (const stage of found) {
    const decision = decideMove(move, stage, { ...actor, takeOver });
    if ("refused" in decision) throw refusedMove(decision.refused, itemName(stage, actor.toothNotation));
    if (stage.load && CLOCK_MOVES.includes(move))
      throw conflict(
        "in_load",
        `${itemName(stage, actor.toothNotation)} is in the load of ${stage.load}, whose clock runs for it.`,
      );
    to.set(stage.id, decision.to);
    if (stage.machineDown && (move === "start" || move === "resume"))
      throw conflict(
        "machine_down",
        `${stage.machineDown} is down. Choose another machine for ${itemName(stage, actor.toothNotation)}, or wait.`,
      );
  }
  return { cases, stages: found, to };
}

/** What a person does to their own clock, which does not run for what lies in a machine. */
const CLOCK_MOVES: readonly Move[] = ["start", "undo_start", "pause", "resume"];

type LockedRow = Omit<LockedStage, "item" | "teeth"> & { teeth: number[] | null };

function fromRow(row: LockedRow): LockedStage {
  const item = { ...row, teeth: row.teeth ?? [] };
  return { ...item, item: itemName(item, "fdi") };
}

/** Locks cases, always in the order of their ids, so that two people moving overlapping sets queue up and never deadlock. */
export const lockCasesOf = (caseIds: Sql): Sql => sql`
  SELECT id, number, practice_id AS "practiceId", status FROM cases WHERE id IN (${caseIds}) ORDER BY id FOR UPDATE`;

/** Locks and reads the stages that meet `condition` over `w` (workflow_stages), after their cases were locked. */
const lockedStages = (condition: Sql): Sql => sql`
  SELECT w.id, w.case_id AS "caseId", w.item_id AS "itemId", w.stage, w.attempt, w.status, w.version,
    w.assigned_to_id AS "assignedToId", (SELECT name FROM users u WHERE u.id = w.assigned_to_id) AS "assignedTo",
    EXISTS (SELECT FROM design_approval_items x WHERE x.lab_id = w.lab_id AND x.item_id = w.item_id AND x.is_open) AS "waitsForApproval",
    i.procedure_type AS "procedureType", i.arch,
    (SELECT array_agg(t.tooth ORDER BY t.tooth) FROM case_item_teeth t WHERE t.item_id = w.item_id) AS teeth,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('stage', r.stage, 'departmentId', r.department_id) ORDER BY r.position), '[]')
      FROM workflow_template_stages r WHERE r.template_id = i.template_id) AS route,
    (SELECT q.code FROM batch_items l JOIN batches b ON b.id = l.batch_id JOIN department_equipment q ON q.id = b.equipment_id
      WHERE l.workflow_stage_id = w.id AND l.left_at IS NULL AND b.status = 'running') AS load,
    (SELECT q.code FROM department_equipment q WHERE q.id = w.equipment_id AND q.status <> 'active') AS "machineDown",
    (SELECT jsonb_agg(jsonb_build_object('id', s.id, 'status', s.status, 'stage', s.stage))
      FROM case_items s WHERE s.case_id = w.case_id) AS siblings
  FROM workflow_stages w JOIN case_items i ON i.id = w.item_id
  WHERE ${condition} ORDER BY w.id FOR UPDATE OF w`;

/** Reads the locked stages of `lockedStages` with their items in words. */
export const readLocked = async (tx: Context["tx"], condition: Sql): Promise<LockedStage[]> =>
  (await tx.rows<LockedRow>(lockedStages(condition))).map(fromRow);

/** Refuses a person whose role does not hold the permission of a move, before anything is read. */
export function refuseForbidden(actor: Context["actor"], move: Move): void {
  if (!actor.permissions.has(MOVE_RULES[move].permission)) throw refusedMove("forbidden", "");
}

/** Work on a case that is held or cancelled stands still. */
export function refuseStanding({ status, number }: { status: CaseStatus; number: string }): void {
  if (status === "on_hold") throw conflict("on_hold", `Case ${number} is on hold. Release it before working on it.`);
  if (status === "cancelled") throw conflict("cancelled", `Case ${number} was cancelled.`);
}

function staleStages(items: string[]): Refusal {
  return conflict(
    "stale",
    `${items.join(", ")} changed in the meantime, so nothing was done. The screen now shows the latest state: please look and try again.`,
  );
}

function refusedMove(reason: keyof typeof MOVE_REFUSAL_WORDS, item: string): Refusal {
  const words = MOVE_REFUSAL_WORDS[reason](item);
  return reason === "forbidden" ? new Refusal("forbidden", words) : conflict(reason, words);
}
