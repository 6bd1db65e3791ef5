import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { ItemTooth } from "./completeness";
import type { NamedItem } from "./item-name";
import { type ItemParticulars, particularsOf } from "./particulars/item-particulars";
import type { earlierCasesSchema, earlierRxSchema } from "./particulars/schema";
import type { DraftPayload } from "./schema";
import type { Arch, Material, ProcedureType } from "./vocabulary";

/** A case to copy from. `submittedAt` is ISO. */
export type EarlierCase = { id: string; number: string; patient: string; submittedAt: string; items: NamedItem[] };

/** The practice's cases whose number, patient's reference or patient's name contains the words, the newest first; at most 20. */
export async function earlierCases(
  { tx }: Context,
  { practiceId, query }: z.output<typeof earlierCasesSchema>,
): Promise<EarlierCase[]> {
  const pattern = `%${query.replace(/[\\%_]/g, "\\$&")}%`;
  const found = await tx.rows<Omit<EarlierCase, "submittedAt"> & { submittedAt: Date }>(sql`
    SELECT c.id, c.number, p.reference AS patient, c.submitted_at AS "submittedAt",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('procedureType', i.procedure_type, 'arch', i.arch,
          'teeth', ARRAY(SELECT t.tooth FROM case_item_teeth t WHERE t.lab_id = i.lab_id AND t.item_id = i.id)) ORDER BY i.position), '[]')
        FROM case_items i WHERE i.lab_id = c.lab_id AND i.case_id = c.id) AS items
    FROM cases c JOIN patients p ON p.lab_id = c.lab_id AND p.id = c.patient_id
    WHERE c.practice_id = ${practiceId} AND c.deleted_at IS NULL
      AND (c.number ILIKE ${pattern}::text OR p.reference ILIKE ${pattern}::text OR p.full_name ILIKE ${pattern}::text)
    ORDER BY c.created_at DESC, c.id DESC LIMIT 20`);
  return found.map((row) => ({ ...row, submittedAt: row.submittedAt.toISOString() }));
}

type CopiedItem = ItemParticulars & {
  procedureType: ProcedureType;
  material: Material | null;
  shade: string | null;
  arch: Arch | null;
  notes: string | null;
  teeth: ItemTooth[];
};

/** What a new prescription takes over from a case: never its files, its days or its urgency. */
export type EarlierRx = Pick<
  DraftPayload,
  "dentistId" | "patient" | "items" | "impression" | "enclosures" | "instructions"
> & {
  number: string;
};

/** The prescription of a case of this practice, as a form holds it. Refuses with `not_found` for any other. */
export async function earlierRx(
  { tx }: Context,
  { practiceId, caseId }: z.output<typeof earlierRxSchema>,
): Promise<EarlierRx> {
  const found = await tx.row<Omit<EarlierRx, "items">>(sql`
    SELECT c.number, c.dentist_id AS "dentistId", c.impression, c.enclosures, coalesce(c.instructions, '') AS instructions,
      jsonb_build_object('reference', p.reference, 'fullName', coalesce(p.full_name, ''), 'sex', coalesce(p.sex::text, ''),
        'birthYear', coalesce(p.birth_year::text, ''), 'allergies', coalesce(p.allergies, '')) AS patient
    FROM cases c JOIN patients p ON p.lab_id = c.lab_id AND p.id = c.patient_id
    WHERE c.id = ${caseId} AND c.practice_id = ${practiceId}`);
  if (!found) throw notFound("case");
  const items = await tx.rows<Omit<CopiedItem, keyof ItemParticulars> & { particulars: ItemParticulars }>(sql`
    SELECT i.procedure_type AS "procedureType", i.material, i.shade, i.arch, i.notes, ${particularsOf} AS particulars,
      coalesce((SELECT jsonb_agg(jsonb_build_object('tooth', t.tooth, 'role', t.role) ORDER BY t.tooth)
        FROM case_item_teeth t WHERE t.lab_id = i.lab_id AND t.item_id = i.id), '[]') AS teeth
    FROM case_items i WHERE i.case_id = ${caseId} ORDER BY i.position LIMIT 32`);
  return { ...found, items: items.map(({ particulars, ...item }) => written({ ...item, ...particulars })) };
}

/** An item as a form holds it: blanks are "". */
function written(item: CopiedItem): DraftPayload["items"][number] {
  const blankless = Object.entries(item).map(([field, value]) => [field, value ?? ""]);
  return Object.fromEntries(blankless) as DraftPayload["items"][number];
}

/** The practice of a case the actor may see; null otherwise. */
export async function practiceOfCase(tx: Transaction, caseId: string): Promise<string | null> {
  const found = await tx.row<{ practiceId: string }>(
    sql`SELECT practice_id AS "practiceId" FROM cases WHERE id = ${caseId}`,
  );
  return found?.practiceId ?? null;
}
