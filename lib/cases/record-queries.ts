import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { NOTE_CHANGEABLE_HOURS } from "./note-change";
import { type ItemParticulars, particularsOf } from "./particulars/item-particulars";
import type { Enclosed } from "./particulars/words";
import type { ItemState } from "./status";
import type { Arch, CaseStatus, Material, ProcedureType, Stage, Urgency, WorkflowStatus } from "./vocabulary";

/** A case with what its practice prescribed. Days are `YYYY-MM-DD` of the lab. */
export type CaseRecord = {
  id: string;
  number: string;
  status: CaseStatus;
  urgency: Urgency;
  impression: "digital_scan" | "physical";
  /** What came along and goes back with the finished case. */
  enclosures: Enclosed[];
  instructions: string | null;
  wantedOn: string | null;
  dueOn: string;
  shipBy: string;
  submittedAt: Date;
  receivedAt: Date | null;
  deliveredAt: Date | null;
  cancelledReason: string | null;
  /** What the cancellation costs the practice before tax; null when it is not cancelled or nobody said. */
  cancellation: { charge: string; currency: string } | null;
  version: number;
  patient: {
    reference: string;
    fullName: string | null;
    sex: string | null;
    birthYear: number | null;
    allergies: string | null;
  };
  practice: { id: string; name: string; phone: string | null; address: string };
  dentist: { fullName: string; licenceNumber: string };
  remakeOf: { id: string; number: string } | null;
};

/** A case the actor may see, or null. */
export async function caseRecord(tx: Transaction, id: string): Promise<CaseRecord | null> {
  const found = await tx.row<CaseRecord>(sql`
    SELECT c.id, c.number, c.status, c.urgency, c.impression, c.enclosures, c.instructions, c.wanted_on AS "wantedOn", c.due_on AS "dueOn",
      c.ship_by AS "shipBy", c.submitted_at AS "submittedAt", c.received_at AS "receivedAt", c.delivered_at AS "deliveredAt",
      c.cancelled_reason AS "cancelledReason",
      CASE WHEN c.cancellation_charge IS NOT NULL THEN
        jsonb_build_object('charge', c.cancellation_charge::text, 'currency', c.cancellation_currency) END AS cancellation, c.version,
      jsonb_build_object('reference', p.reference, 'fullName', p.full_name, 'sex', p.sex, 'birthYear', p.birth_year,
        'allergies', p.allergies) AS patient,
      jsonb_build_object('id', r.id, 'name', r.name, 'phone', r.phone,
        'address', concat_ws(', ', r.address_line1, r.address_line2, r.city, r.postcode)) AS practice,
      jsonb_build_object('fullName', d.full_name, 'licenceNumber', d.licence_number) AS dentist,
      CASE WHEN o.id IS NOT NULL THEN jsonb_build_object('id', o.id, 'number', o.number) END AS "remakeOf"
    FROM cases c
    JOIN patients p ON p.lab_id = c.lab_id AND p.id = c.patient_id
    JOIN practices r ON r.lab_id = c.lab_id AND r.id = c.practice_id
    JOIN dentist_profiles d ON d.lab_id = c.lab_id AND d.id = c.dentist_id
    LEFT JOIN cases o ON o.lab_id = c.lab_id AND o.id = c.remake_of_id
    WHERE c.id = ${id}`);
  return found ?? null;
}

export type ItemTooth = { tooth: number; role: "single" | "abutment" | "pontic" };

/** One stage of an item's template with what has passed at it. `status` is that of the attempt open there. */
export type ItemStage = { stage: Stage; attempts: number; status: WorkflowStatus | null; workingSeconds: number };

export type RecordItem = {
  id: string;
  procedureType: ProcedureType;
  material: Material | null;
  shade: string | null;
  arch: Arch | null;
  units: number;
  notes: string | null;
  particulars: ItemParticulars;
  status: ItemState["status"];
  stage: Stage;
  teeth: ItemTooth[];
  stages: ItemStage[];
};

/** The items of a case in their order, with teeth and the stages of their templates. */
export async function recordItems(tx: Transaction, caseId: string): Promise<RecordItem[]> {
  return tx.rows<RecordItem>(sql`
    SELECT i.id, i.procedure_type AS "procedureType", i.material, i.shade, i.arch, i.units, i.notes, i.status, i.stage,
      ${particularsOf} AS particulars,
      coalesce((SELECT jsonb_agg(jsonb_build_object('tooth', t.tooth, 'role', t.role) ORDER BY t.tooth)
        FROM case_item_teeth t WHERE t.lab_id = i.lab_id AND t.item_id = i.id), '[]') AS teeth,
      coalesce((SELECT jsonb_agg(jsonb_build_object('stage', s.stage, 'attempts', w.attempts, 'status', w.status,
          'workingSeconds', w.seconds) ORDER BY s.position)
        FROM workflow_template_stages s LEFT JOIN LATERAL (
          SELECT count(*)::int AS attempts, coalesce(sum(working_seconds), 0)::int AS seconds,
            max(status::text) FILTER (WHERE status <> 'completed') AS status
          FROM workflow_stages WHERE lab_id = i.lab_id AND item_id = i.id AND stage = s.stage) w ON true
        WHERE s.lab_id = i.lab_id AND s.template_id = i.template_id), '[]') AS stages
    FROM case_items i WHERE i.case_id = ${caseId} ORDER BY i.position`);
}

export type RecordNote = {
  id: string;
  audience: "internal" | "shared";
  body: string;
  createdAt: Date;
  /** Null when the reader may not see the lab's people and none of their own wrote it. */
  author: string | null;
  isEdited: boolean;
  /** The reader wrote it, and may still change it. */
  isChangeable: boolean;
};

/** The notes of a case the actor may read, oldest first, at most the last 100. */
export async function recordNotes(tx: Transaction, caseId: string): Promise<RecordNote[]> {
  const newest = await tx.rows<RecordNote>(sql`
    SELECT n.id, n.audience, n.body, n.created_at AS "createdAt", coalesce(p.name, u.name) AS author,
      n.edited_at IS NOT NULL AS "isEdited",
      n.author_id = app_user_id() AND n.created_at > now() - make_interval(hours => ${NOTE_CHANGEABLE_HOURS}) AS "isChangeable"
    FROM case_notes n LEFT JOIN practice_people() p ON p.user_id = n.author_id LEFT JOIN users u ON u.id = n.author_id
    WHERE n.case_id = ${caseId} ORDER BY n.created_at DESC, n.id DESC LIMIT 100`);
  return newest.toReversed();
}

/** What only the lab sees of a case: its pan, who took it in, and who holds it until when. */
export type LabParticulars = {
  pan: string | null;
  submittedBy: string | null;
  receivedBy: string | null;
  transitDays: number;
  hold: {
    reason: string | null;
    note: string | null;
    reviewOn: string | null;
    placedAt: string;
    placedBy: string;
  } | null;
};

/** The lab's own particulars of a case, or undefined when it is not the actor's to see. */
export async function labParticulars(tx: Transaction, caseId: string): Promise<LabParticulars | undefined> {
  return tx.row<LabParticulars>(sql`
    SELECT pan.code AS pan, s.name AS "submittedBy", r.name AS "receivedBy", p.transit_days AS "transitDays",
      (SELECT jsonb_build_object('reason', reason_words(h.reason_id), 'note', h.note, 'reviewOn', h.review_on,
          'placedAt', h.placed_at, 'placedBy', u.name)
        FROM holds h LEFT JOIN users u ON u.id = h.placed_by_id WHERE h.case_id = c.id AND h.released_at IS NULL) AS hold
    FROM cases c JOIN practices p ON p.lab_id = c.lab_id AND p.id = c.practice_id
    LEFT JOIN pans pan ON pan.lab_id = c.lab_id AND pan.id = c.pan_id
    LEFT JOIN users s ON s.id = c.submitted_by_id LEFT JOIN users r ON r.id = c.received_by_id
    WHERE c.id = ${caseId}`);
}

/** The stages that any item of each case needs, by case. */
export async function stagesNeeded(tx: Transaction, caseIds: readonly string[]): Promise<Map<string, Stage[]>> {
  const found = await tx.rows<{ caseId: string; stages: Stage[] }>(sql`
    SELECT i.case_id AS "caseId", array_agg(DISTINCT s.stage::text) AS stages
    FROM case_items i JOIN workflow_template_stages s ON s.lab_id = i.lab_id AND s.template_id = i.template_id
    WHERE i.case_id = ANY (${[...caseIds]}::uuid[]) AND i.status <> 'cancelled' GROUP BY i.case_id`);
  return new Map(found.map(({ caseId, stages }) => [caseId, stages]));
}

/** The lab's own address, for what is printed. */
export type LabAddress = {
  name: string;
  address: string;
  phone: string | null;
  email: string | null;
  registration: string | null;
};

/** The acting lab's name and address. */
export async function labAddress(tx: Transaction): Promise<LabAddress | undefined> {
  return tx.row<LabAddress>(sql`
    SELECT name, concat_ws(', ', address_line1, address_line2, city, postcode) AS address, phone, email,
      registration_number AS registration FROM labs WHERE id = app_lab_id()`);
}

/** The active practices to filter a list by. */
export async function practiceChoices(tx: Transaction): Promise<{ value: string; label: string }[]> {
  return tx.rows(sql`SELECT id AS value, name AS label FROM practices ORDER BY name, id LIMIT 1000`);
}
