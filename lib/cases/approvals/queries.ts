import type { ToothNotation } from "@/lib/access/actor";
import { itemName, type NamedItem } from "@/lib/cases/item-name";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

export type ApprovalFile = { id: string; name: string; kind: "scan" | "photo" | "document"; preview: string };

/** A request for approval of a design. Names of the lab's people are null for a practice. */
export type Approval = {
  id: string;
  version: number;
  words: string;
  askedBy: string | null;
  askedAt: Date;
  remindOn: string;
  reminders: number;
  decision: "approved" | "rejected" | "withdrawn" | null;
  decisionWords: string | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  items: (NamedItem & { id: string })[];
  files: ApprovalFile[];
};

const namedItems = sql`(SELECT jsonb_agg(jsonb_build_object('id', i.id, 'procedureType', i.procedure_type, 'arch', i.arch,
    'teeth', ARRAY(SELECT t.tooth FROM case_item_teeth t WHERE t.lab_id = i.lab_id AND t.item_id = i.id ORDER BY t.tooth)) ORDER BY i.position)
  FROM design_approval_items x JOIN case_items i ON i.lab_id = x.lab_id AND i.id = x.item_id WHERE x.lab_id = a.lab_id AND x.approval_id = a.id)`;

/** What was asked about the designs of a case, the newest first. */
export async function approvalsOf(tx: Transaction, caseId: string): Promise<Approval[]> {
  return tx.rows<Approval>(sql`
    SELECT a.id, a.version, a.words, u.name AS "askedBy", a.asked_at AS "askedAt", a.remind_on AS "remindOn", a.reminders, a.decision,
      a.decision_words AS "decisionWords", coalesce(p.name, d.name) AS "decidedBy", a.decided_at AS "decidedAt", ${namedItems} AS items,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'kind', f.kind, 'preview', f.preview) ORDER BY f.created_at)
        FROM design_approval_files y JOIN case_files f ON f.lab_id = y.lab_id AND f.id = y.file_id
        WHERE y.lab_id = a.lab_id AND y.approval_id = a.id AND f.deleted_at IS NULL), '[]') AS files
    FROM design_approvals a LEFT JOIN users u ON u.id = a.asked_by_id LEFT JOIN users d ON d.id = a.decided_by_id
    LEFT JOIN practice_people() p ON p.user_id = a.decided_by_id
    WHERE a.case_id = ${caseId} ORDER BY a.asked_at DESC, a.id DESC LIMIT 50`);
}

/** The items of a request in words, teeth in FDI. */
export async function approvalItems(tx: Transaction, approvalId: string): Promise<string> {
  const row = await tx.row<{ items: NamedItem[] }>(
    sql`SELECT ${namedItems} AS items FROM design_approvals a WHERE a.id = ${approvalId}`,
  );
  return (row?.items ?? []).map((item) => itemName(item, "fdi")).join(", ");
}

/** What one request is about, for a reader who writes teeth in `notation`. */
export const approvalName = ({ items }: { items: readonly NamedItem[] }, notation: ToothNotation): string =>
  items.map((item) => itemName(item, notation)).join(", ");

/** The items whose design could be asked about now, by name: at the design, and not waiting for an answer. */
export function askable(
  items: readonly {
    id: string;
    status: string;
    procedureType: NamedItem["procedureType"];
    arch: NamedItem["arch"];
    teeth: readonly { tooth: number }[];
    stage?: string;
    open?: { stage: string } | null;
  }[],
  approvals: readonly Approval[],
  notation: ToothNotation,
): { id: string; name: string }[] {
  const waiting = approvals.flatMap(({ decision, items: asked }) => (decision ? [] : asked.map(({ id }) => id)));
  return items
    .filter(
      ({ id, status, stage, open }) =>
        status === "in_production" && (stage ?? open?.stage) === "design" && !waiting.includes(id),
    )
    .map((item) => ({
      id: item.id,
      name: itemName({ ...item, teeth: item.teeth.map(({ tooth }) => tooth) }, notation),
    }));
}

export type AwaitedDesign = {
  id: string;
  caseId: string;
  number: string;
  patient: string;
  askedAt: Date;
  items: NamedItem[];
};

/** The designs that wait for the acting practice's answer, the oldest first, at most 50. */
export async function awaitedDesigns(tx: Transaction): Promise<AwaitedDesign[]> {
  return tx.rows<AwaitedDesign>(sql`
    SELECT a.id, c.id AS "caseId", c.number, p.reference AS patient, a.asked_at AS "askedAt", ${namedItems} AS items
    FROM design_approvals a JOIN cases c ON c.lab_id = a.lab_id AND c.id = a.case_id
    JOIN patients p ON p.lab_id = c.lab_id AND p.id = c.patient_id
    WHERE a.decision IS NULL ORDER BY a.asked_at, a.id LIMIT 50`);
}

/** How the design of an item stands with its dentist. */
export type ItemApproval = "waiting" | "approved" | "rejected";
