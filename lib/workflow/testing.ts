import type { Pool } from "pg";
import type { Context } from "@/lib/access/action";
import type { Actor } from "@/lib/access/actor";
import type { Refusal } from "@/lib/access/errors";
import type { Stage } from "@/lib/cases/vocabulary";
import { asActor } from "@/lib/db/as-actor";
import { asRefusal } from "@/lib/db/refusals";
import type { BuiltCase, BuiltLab } from "@/lib/testing/build";
import { passQuality } from "./check-quality";
import { complete } from "./complete";
import { receive } from "./receive";
import { start } from "./start";

/** What tests of the workflow do and look at; each move is the real capability in a transaction of its own. */

export type StageRow = {
  id: string;
  item_id: string;
  stage: Stage;
  attempt: number;
  status: string;
  outcome: string | null;
  version: number;
  assigned_to_id: string | null;
  working_seconds: number;
  department_id: string | null;
  reason_id: string | null;
};

/** Runs a capability as a person. */
export function as<Input, Data>(
  actor: Actor,
  capability: (context: Context, input: Input) => Promise<Data>,
  input: Input,
): Promise<Data> {
  return asActor(actor, (tx) => capability({ actor, tx }, input));
}

/** The refusal a promise ends in; fails when it does not. */
export async function refusalOf(promise: Promise<unknown>): Promise<Refusal> {
  const thrown = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  const refusal = asRefusal(thrown);
  if (!refusal) throw thrown ?? new Error("It was not refused.");
  return refusal;
}

/** Every attempt of a case, the oldest first. */
export async function stagesOf(owner: Pool, caseId: string): Promise<StageRow[]> {
  const { rows } = await owner.query<StageRow>("SELECT * FROM workflow_stages WHERE case_id = $1 ORDER BY id", [
    caseId,
  ]);
  return rows;
}

/** The open attempts of a case, as a move wants them. */
export async function openStages(owner: Pool, caseId: string): Promise<StageRow[]> {
  return (await stagesOf(owner, caseId)).filter(({ status }) => status !== "completed");
}

export const seen = (stages: { id: string; version: number }[]) => stages.map(({ id, version }) => ({ id, version }));

/** Yes to every question the lab asks of these items. */
export async function allPassed(owner: Pool, lab: BuiltLab, procedureType = "crowns") {
  const { rows } = await owner.query<{ id: string }>(
    "SELECT id FROM checklist_items WHERE lab_id = $1 AND (procedure_type IS NULL OR procedure_type = $2)",
    [lab.id, procedureType],
  );
  return rows.map(({ id }) => ({ checklistItemId: id, passed: true }));
}

export async function receiveBuilt(lab: BuiltLab, built: BuiltCase): Promise<void> {
  await as(lab.actors.staff, receive, { caseId: built.id, version: 1, missing: [] });
}

/** Takes a received case on until its items wait at `until`: started and completed by the technician. */
export async function takeTo(owner: Pool, lab: BuiltLab, caseId: string, until: Stage): Promise<StageRow[]> {
  for (;;) {
    const open = await openStages(owner, caseId);
    const behind = open.filter(({ stage }) => stage !== until);
    if (behind.length === 0) return open;
    const { stages } = await as(lab.actors.technician, start, { stages: seen(behind) });
    const checked = behind.every(({ stage }) => stage === "quality_control");
    if (checked) await as(lab.actors.technician, passQuality, { stages, answers: await allPassed(owner, lab) });
    else await as(lab.actors.technician, complete, { stages });
  }
}
