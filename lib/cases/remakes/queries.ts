import type { Responsible } from "@/lib/cases/case-vocabulary";
import type { NamedItem } from "@/lib/cases/item-name";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/** A remake that was asked for or made. `case` is the one that came of it; `chargePercent` a decimal text. */
export type Remake = {
  id: string;
  original: { id: string; number: string };
  case: { id: string; number: string } | null;
  words: string | null;
  askedBy: string | null;
  askedAt: Date;
  cause: string | null;
  responsible: Responsible | null;
  chargePercent: string | null;
  answer: string | null;
  answeredAt: Date | null;
  items: (NamedItem & { id: string })[];
};

/** The remakes of a case and, for one that is a remake itself, where it comes from; the newest first. */
export async function remakesOf(tx: Transaction, caseId: string): Promise<Remake[]> {
  return tx.rows<Remake>(sql`
    SELECT r.id, jsonb_build_object('id', o.id, 'number', o.number) AS original, r.words, coalesce(p.name, u.name) AS "askedBy",
      r.asked_at AS "askedAt", CASE WHEN c.id IS NOT NULL THEN jsonb_build_object('id', c.id, 'number', c.number) END AS "case",
      reason_words(r.cause_id) AS cause, r.responsible, r.charge_percent AS "chargePercent", r.answer, r.answered_at AS "answeredAt",
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', i.id, 'procedureType', i.procedure_type, 'arch', i.arch,
          'teeth', ARRAY(SELECT t.tooth FROM case_item_teeth t WHERE t.lab_id = i.lab_id AND t.item_id = i.id ORDER BY t.tooth)) ORDER BY i.position)
        FROM remake_items x JOIN case_items i ON i.lab_id = x.lab_id AND i.id = x.item_id 
        WHERE x.lab_id = r.lab_id AND x.remake_id = r.id AND (r.case_id IS NULL OR x.made_item_id IS NOT NULL)), '[]') AS items
    FROM remakes r JOIN cases o ON o.lab_id = r.lab_id AND o.id = r.original_id
    LEFT JOIN cases c ON c.lab_id = r.lab_id AND c.id = r.case_id
    LEFT JOIN users u ON u.id = r.asked_by_id LEFT JOIN practice_people() p ON p.user_id = r.asked_by_id
    WHERE r.original_id = ${caseId} OR r.case_id = ${caseId} ORDER BY r.asked_at DESC, r.id DESC LIMIT 50`);
}
