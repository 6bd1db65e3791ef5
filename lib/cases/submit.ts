import type { Context } from "@/lib/access/action";
import { conflict, type FieldErrors, invalid, Refusal } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { recordEvent } from "@/lib/history/record";
import { notify } from "@/lib/notifications/notify";
import { announce } from "@/lib/outbox/outbox";
import { prescriptionProblems, unitsOf } from "./completeness";
import { lockDraft } from "./drafts";
import { localNow } from "./due-date";
import { activeTemplates } from "./lab-days";
import { particularRules } from "./particulars/rules-of-lab";
import { promiseTo } from "./promise-to";
import type { Submission } from "./schema";
import { prescribesAt, type SubmittingPractice, submittingPractice } from "./submitting-practice";
import { type Template, templateFor } from "./templates";

export type Submitted = { id: string; number: string; dueOn: string; shipBy: string };

/**
 * Makes a case of a prescription, whole or not at all: patient (an existing reference is reused), case with its number and
 * days, items with their templates and teeth, the draft's files, the first stage of each item, the line in the timeline.
 * Refuses with `not_found` for a practice, dentist or draft that is not the actor's, `draft_submitted` for a draft that became
 * a case, and at the field for what the lab's rules miss, a wanted day that cannot be or something the lab does not make.
 */
export async function submitCase({ actor, tx }: Context, input: Submission): Promise<Submitted> {
  const practice = await submittingPractice(tx, input.practiceId);
  const now = new Date();
  const today = localNow(now, actor.lab.timeZone).day;
  if (!(await prescribesAt(tx, input.dentistId, practice.id, today))) {
    throw new Refusal("not_found", "This dentist does not prescribe at this practice.", "not_found", {
      dentistId: ["This dentist does not prescribe at this practice."],
    });
  }
  if (input.draftId) {
    const draft = await lockDraft(tx, actor, input.draftId);
    if (draft.caseId) throw conflict("draft_submitted", "This prescription was submitted already.");
    if (draft.practiceId !== practice.id) throw invalid("practiceId", "This draft was written for another practice.");
  }
  await refuseIncomplete(tx, input);
  const templates = templatesOf(await activeTemplates(tx), input.items);
  const { dueOn, shipBy } = await promiseTo({ actor, tx }, practice.id, input, templates, now);

  const patientId = await patientOf(tx, practice, input.patient);
  const made = (await tx.row<{ id: string; number: string }>(sql`
    INSERT INTO cases (number, practice_id, dentist_id, patient_id, urgency, priority, impression, enclosures, instructions, wanted_on,
      due_on, ship_by, submitted_at, submitted_by_id, scanner_order_id)
    VALUES (next_number('case'), ${practice.id}, ${input.dentistId}, ${patientId}, ${input.urgency},
      ${input.urgency === "standard" ? "medium" : "high"}, ${input.impression}, ${[...new Set(input.enclosures)]}::text[],
      ${input.instructions}, ${input.wantedOn}, ${dueOn}, ${shipBy}, now(), ${actor.userId},
      (SELECT scanner_order_id FROM case_drafts WHERE id = ${input.draftId}))
    RETURNING id, number`)) as { id: string; number: string };
  await addItems(tx, made.id, input.items, templates);
  if (input.draftId) {
    await tx.execute(
      sql`UPDATE case_files SET case_id = ${made.id}, draft_id = NULL WHERE draft_id = ${input.draftId} AND deleted_at IS NULL`,
    );
    await tx.execute(sql`UPDATE case_drafts SET submitted_case_id = ${made.id} WHERE id = ${input.draftId}`);
  }
  await recordEvent(
    { actor, tx },
    {
      caseId: made.id,
      kind: "submitted",
      data: { number: made.number, items: input.items.length, dueOn },
      audience: "shared",
    },
  );
  await notify(
    tx,
    { permission: "cases.receive" },
    {
      key: `case:${made.id}:submitted`,
      type: "case_update",
      priority: input.urgency === "standard" ? "medium" : "high",
      title: `${practice.name} sent case ${made.number}`,
      href: `/receiving/${made.id}`,
    },
  );
  await announce(tx, ["queue", "board", "cases"]);
  await announce(tx, [`portal:${practice.id}`], practice.id);
  return { ...made, dueOn, shipBy };
}

/** Asks the lab's rules, as they are now, about everything that is prescribed. */
async function refuseIncomplete(tx: Transaction, { items, draftId }: Submission): Promise<void> {
  const photos = draftId ? await photosOfDraft(tx, draftId) : 0;
  const errors: FieldErrors = {};
  for (const { path, message } of prescriptionProblems(items, { rules: await particularRules(tx), photos })) {
    errors[path] = [...(errors[path] ?? []), message];
  }
  if (Object.keys(errors).length > 0) {
    throw new Refusal("invalid", "The prescription is not complete.", "incomplete", errors);
  }
}

async function photosOfDraft(tx: Transaction, draftId: string): Promise<number> {
  const found = await tx.row<{ photos: number }>(sql`
    SELECT count(*)::int AS photos FROM case_files WHERE draft_id = ${draftId} AND kind = 'photo' AND deleted_at IS NULL`);
  return found?.photos ?? 0;
}

function templatesOf(active: readonly Template[], items: Submission["items"]): Template[] {
  const found = items.map((item) => templateFor(active, item));
  const errors: FieldErrors = {};
  for (const [i, template] of found.entries()) {
    if (!template) errors[`items.${i}.procedureType`] = ["The lab does not make this at the moment."];
  }
  if (Object.keys(errors).length > 0) {
    throw new Refusal("invalid", "The lab does not make all of this at the moment.", "invalid", errors);
  }
  return found as Template[];
}

/** The practice's patient of this reference: a known one keeps what it had and gains what was blank or is new. */
async function patientOf(
  tx: Transaction,
  practice: SubmittingPractice,
  patient: Submission["patient"],
): Promise<string> {
  const row = await tx.row<{ id: string }>(sql`
    INSERT INTO patients AS p (practice_id, reference, full_name, sex, birth_year, allergies)
    VALUES (${practice.id}, ${patient.reference}, ${patient.fullName}, ${patient.sex}, ${patient.birthYear}, ${patient.allergies})
    ON CONFLICT (lab_id, practice_id, lower(reference)) WHERE deleted_at IS NULL
    DO UPDATE SET full_name = coalesce(excluded.full_name, p.full_name), sex = coalesce(excluded.sex, p.sex),
      birth_year = coalesce(excluded.birth_year, p.birth_year), allergies = coalesce(excluded.allergies, p.allergies)
    RETURNING id`);
  return (row as { id: string }).id;
}

async function addItems(
  tx: Transaction,
  caseId: string,
  items: Submission["items"],
  templates: readonly Template[],
): Promise<void> {
  const rows = items.map((item, i) => ({
    ...item,
    position: i + 1,
    units: unitsOf(item),
    templateId: templates[i]?.id,
    departmentId: templates[i]?.receivingDepartmentId ?? null,
  }));
  await tx.execute(sql`
    INSERT INTO case_items (case_id, template_id, position, procedure_type, material, shade, shade_cervical, shade_incisal, stump_shade,
      gingival_shade, arch, units, implant_system, implant_platform, implant_retention, contact, occlusion, pontic_design, notes)
    SELECT ${caseId}, x."templateId", x.position, x."procedureType", x.material, x.shade, x."shadeCervical", x."shadeIncisal",
      x."stumpShade", x."gingivalShade", x.arch, x.units, x."implantSystem", x."implantPlatform", x."implantRetention", x.contact,
      x.occlusion, x."ponticDesign", x.notes
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x("templateId" uuid, position int, "procedureType" text, material text,
      shade text, "shadeCervical" text, "shadeIncisal" text, "stumpShade" text, "gingivalShade" text, arch text, units int,
      "implantSystem" text, "implantPlatform" text, "implantRetention" text, contact text, occlusion text, "ponticDesign" text, notes text)
    ORDER BY x.position`);
  const teeth = rows.flatMap(({ position, teeth }) => teeth.map((t) => ({ ...t, position })));
  await tx.execute(sql`
    INSERT INTO case_item_teeth (item_id, tooth, role)
    SELECT i.id, x.tooth, x.role
    FROM jsonb_to_recordset(${JSON.stringify(teeth)}::jsonb) AS x(position int, tooth int, role text)
    JOIN case_items i ON i.case_id = ${caseId} AND i.position = x.position`);
  await tx.execute(sql`
    INSERT INTO workflow_stages (case_id, item_id, stage, department_id)
    SELECT i.case_id, i.id, 'receiving', x."departmentId"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(position int, "departmentId" uuid)
    JOIN case_items i ON i.case_id = ${caseId} AND i.position = x.position ORDER BY i.position`);
}
