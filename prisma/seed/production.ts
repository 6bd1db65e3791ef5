import type { DateTime } from "luxon";
import { PROCEDURE_LABEL, type Stage } from "@/lib/cases/vocabulary";
import type { PlannedItem } from "./case-mix";
import type { Row } from "./rows";
import { idAt, reason, type Template, tell, type World } from "./world";

/** Where an item stands; `deliveryRow` is its open attempt at delivery once it is finished. */
export type ItemStory = { stage: Stage; finishedAt: DateTime | null; deliveryRow: Row | null };
type Start = {
  caseId: string;
  itemId: string;
  item: PlannedItem;
  template: Template;
  receivedAt: DateTime;
  submittedAt: DateTime;
  /** Where the item is held up whatever the clock says, after passing the stages before without delay. */
  stopAt?: Stage;
};

/** Working minutes at a stage, for one unit and for each further one. */
const TOUCH: Record<Stage, [number, number]> = {
  receiving: [4, 0],
  impression_scan: [12, 3],
  design: [25, 12],
  milling: [18, 8],
  sintering: [30, 10],
  quality_control: [8, 3],
  delivery: [0, 0],
};

export const itemName = (item: PlannedItem) =>
  `${PROCEDURE_LABEL[item.procedureType]}${item.teeth[0] ? ` ${item.teeth[0].tooth}${item.teeth.length > 1 ? `–${item.teeth[item.teeth.length - 1]?.tooth}` : ""}` : ""}`;

/**
 * Takes an item through the stages of its template, from its reception to this moment, with waiting, work, pauses over night and
 * now and then a failed check. Answers where it stands.
 */
export function produce(world: World, start: Start): ItemStory {
  const { chance, clock } = world;
  const stages = start.template.stages;
  const attempts = new Map<Stage, number>();
  const slow = chance.happens(0.15);
  let queuedAt = start.submittedAt;
  let readyAt = start.receivedAt;
  for (let i = 0; i < stages.length; ) {
    const { stage, days } = stages[i] as Template["stages"][number];
    const attempt = (attempts.get(stage) ?? 0) + 1;
    attempts.set(stage, attempt);
    if (stage === "delivery") {
      const deliveryRow = addAttempt(world, start, { stage, attempt, queuedAt, departmentId: stages[i]?.departmentId });
      return { stage, finishedAt: queuedAt, deliveryRow };
    }
    const [first, further] = TOUCH[stage];
    const touch = Math.round((first + further * (start.item.units - 1)) * (0.7 + chance.next() * 0.8));
    const startedAt =
      stage === "receiving"
        ? readyAt
        : clock.after(
            queuedAt,
            start.stopAt ? 8 : Math.max(8, days * 600 * (slow ? 1.6 : 0.55) * (0.5 + chance.next()) - touch),
          );
    const completedAt = clock.after(startedAt, touch);
    const by = stage === "receiving" ? world.people.byRole.staff : chance.pick(world.people.technicianIds);
    if (stage === start.stopAt || !clock.isPast(completedAt)) {
      const begun = clock.now.minus({ minutes: chance.between(4, 55) });
      const running = stage !== "receiving" && begun > queuedAt && chance.happens(0.4);
      addAttempt(world, start, {
        stage,
        attempt,
        queuedAt,
        departmentId: stages[i]?.departmentId,
        ...(running ? { startedAt: begun, by } : {}),
      });
      return { stage, finishedAt: null, deliveryRow: null };
    }
    const failed = stage === "quality_control" && attempt === 1 && !start.stopAt && chance.happens(0.07);
    const back = failed ? stages.findIndex((s) => s.stage === "design" || s.stage === "milling") : -1;
    const cause = failed ? reason(world, "qc_failure") : null;
    addAttempt(world, start, {
      stage,
      attempt,
      queuedAt,
      startedAt,
      completedAt,
      by,
      touch,
      departmentId: stages[i]?.departmentId,
      outcome: failed ? "failed" : "passed",
      reasonId: cause?.id,
    });
    const about = { caseId: start.caseId, itemId: start.itemId, by, at: completedAt };
    const name = itemName(start.item);
    if (cause) {
      tell(world, {
        ...about,
        kind: "quality_failed",
        data: { item: name, attempt, cause: cause.label, to: stages[back]?.stage },
      });
    } else if (stage === "quality_control") {
      tell(world, { ...about, kind: "quality_passed", shared: true, data: { item: name, attempt } });
    } else if (stage !== "receiving") {
      tell(world, {
        ...about,
        kind: "stage_completed",
        shared: true,
        data: { stage, item: name, attempt, next: stages[i + 1]?.stage },
      });
    }
    queuedAt = completedAt;
    readyAt = completedAt;
    i = back >= 0 ? back : i + 1;
  }
  throw new Error("A template ends with delivery");
}

type Attempt = {
  stage: Stage;
  attempt: number;
  queuedAt: DateTime;
  departmentId?: string;
  startedAt?: DateTime;
  completedAt?: DateTime;
  by?: string;
  touch?: number;
  outcome?: "passed" | "failed";
  reasonId?: string;
};

function addAttempt(world: World, start: Start, a: Attempt): Row {
  const id = idAt(a.queuedAt, world.chance);
  const status = a.completedAt ? "completed" : a.startedAt ? "in_progress" : "pending";
  const row: Row = {
    id,
    lab_id: world.labId,
    case_id: start.caseId,
    item_id: start.itemId,
    stage: a.stage,
    attempt: a.attempt,
    status,
    department_id: a.departmentId ?? null,
    assigned_to_id: a.by ?? null,
    queued_at: a.queuedAt.toISO(),
    started_at: a.startedAt?.toISO() ?? null,
    completed_at: a.completedAt?.toISO() ?? null,
    completed_by_id: a.completedAt ? a.by : null,
    working_seconds: (a.touch ?? 0) * 60,
    outcome: a.outcome ?? null,
    reason_id: a.reasonId ?? null,
    version: 1,
    created_at: a.queuedAt.toISO(),
    updated_at: (a.completedAt ?? a.startedAt ?? a.queuedAt).toISO(),
  };
  world.rows.add("workflow_stages", row);
  if (a.startedAt) {
    // Of what was finished, the work itself: not the nights and the waiting in between.
    const touched = a.completedAt?.minus({ minutes: a.touch ?? 0 });
    const startedAt = touched && touched > a.startedAt ? touched : a.startedAt;
    world.rows.add("stage_time_entries", {
      id: idAt(startedAt, world.chance),
      lab_id: world.labId,
      workflow_stage_id: id,
      user_id: a.by,
      started_at: startedAt.toISO(),
      ended_at: a.completedAt?.toISO() ?? null,
      created_at: startedAt.toISO(),
      updated_at: (a.completedAt ?? startedAt).toISO(),
    });
  }
  return row;
}
