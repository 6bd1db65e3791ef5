import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { NamedItem } from "./item-name";
import type { Stage } from "./vocabulary";

/** An item's way to the practice and back; `shipment` is the one it is or was in. */
export type TryIn = NamedItem & {
  id: string;
  itemId: string;
  stage: Stage;
  words: string | null;
  sentAt: Date;
  shipment: { id: string; number: string; isOnItsWay: boolean } | null;
  arrivedAt: Date | null;
  endedAt: Date | null;
  continuedAt: Stage | null;
  findings: string | null;
  /** The stages it can go on at, in order. */
  route: Stage[];
};

const teeth = sql`ARRAY(SELECT x.tooth FROM case_item_teeth x WHERE x.lab_id = i.lab_id AND x.item_id = i.id ORDER BY x.tooth) AS teeth`;

/** The try-ins of a case, the newest first. */
export async function tryInsOf(tx: Transaction, caseId: string): Promise<TryIn[]> {
  return tx.rows<TryIn>(sql`
    SELECT t.id, t.item_id AS "itemId", t.stage, t.words, t.sent_at AS "sentAt", t.arrived_at AS "arrivedAt", t.ended_at AS "endedAt",
      t.continued_at AS "continuedAt", t.findings, i.procedure_type AS "procedureType", i.arch, ${teeth},
      CASE WHEN s.id IS NOT NULL THEN jsonb_build_object('id', s.id, 'number', s.number, 'isOnItsWay', s.status = 'in_transit') END AS shipment,
      ARRAY(SELECT r.stage::text FROM workflow_template_stages r WHERE r.lab_id = i.lab_id AND r.template_id = i.template_id
        AND r.stage <> 'receiving' ORDER BY r.position) AS route
    FROM try_ins t JOIN case_items i ON i.lab_id = t.lab_id AND i.id = t.item_id
    LEFT JOIN shipments s ON s.lab_id = t.lab_id AND s.id = t.shipment_id
    WHERE t.case_id = ${caseId} ORDER BY t.sent_at DESC, t.id DESC LIMIT 50`);
}

/** An item that could go out for a try-in now, with its open attempt as it stands. */
export type TryInCandidate = NamedItem & { id: string; version: number; stage: Stage };

/** The items of a case that are in the making or finished, wait for nobody's answer and are in no shipment. */
export async function tryInCandidates(tx: Transaction, caseId: string): Promise<TryInCandidate[]> {
  return tx.rows<TryInCandidate>(sql`
    SELECT w.id, w.version, w.stage, i.procedure_type AS "procedureType", i.arch, ${teeth}
    FROM workflow_stages w JOIN case_items i ON i.lab_id = w.lab_id AND i.id = w.item_id
    WHERE w.case_id = ${caseId} AND w.status IN ('pending', 'in_progress', 'on_hold') AND w.stage <> 'receiving'
      AND i.status IN ('in_production', 'finished')
      AND NOT EXISTS (SELECT FROM design_approval_items x WHERE x.lab_id = i.lab_id AND x.item_id = i.id AND x.is_open)
    ORDER BY i.position`);
}
