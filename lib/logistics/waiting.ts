import type { Arch, ProcedureType, Urgency } from "@/lib/cases/vocabulary";
import { emptySql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { Method } from "./carriers/way";
import { type ShipmentFilter, whenSql } from "./parcels/shipment-filter";

const PRACTICES_A_PAGE = 20;

export type WaitingItem = {
  id: string;
  caseId: string;
  number: string;
  /** The code of the pan that carries its case. */
  pan: string | null;
  patient: string;
  procedureType: ProcedureType;
  arch: Arch | null;
  teeth: number[];
  shade: string | null;
  urgency: Urgency;
  shipBy: string;
  dueOn: string;
  /** The case is on hold: nothing of it may be shipped. */
  held: boolean;
  /** It goes out for a try-in, unfinished. */
  tryIn: boolean;
  /** Items of the same case that are still being made. */
  behind: number;
};
export type WaitingPractice = {
  id: string;
  name: string;
  city: string | null;
  postcode: string;
  /** How its shipments usually go. */
  method: Method;
  carrier: string | null;
  /** The soonest day (of the lab) by which something of it leaves. */
  shipBy: string;
  items: WaitingItem[];
};
export type PracticeKey = [shipBy: string, id: string];

const waits = sql`(i.status = 'finished' OR i.status = 'try_in' AND EXISTS (
  SELECT FROM try_ins t WHERE t.lab_id = i.lab_id AND t.item_id = i.id AND t.ended_at IS NULL AND t.arrived_at IS NULL AND t.shipment_id IS NULL))`;
const byPractice = sql`SELECT c.practice_id AS id, min(c.ship_by) AS ship_by FROM case_items i JOIN cases c ON c.lab_id = i.lab_id AND c.id = i.case_id
  WHERE ${waits} GROUP BY c.practice_id`;

/**
 * Finished items that wait to be shipped, and those that go out for a try-in, by practice, 20 practices at a time: those something of
 * which leaves soonest first. `today` is the lab's day (`YYYY-MM-DD`).
 */
export async function waitingToShip(
  tx: Transaction,
  { when, how, q }: ShipmentFilter,
  today: string,
  after: PracticeKey | null,
): Promise<{ practices: WaitingPractice[]; hasMore: boolean }> {
  const named = q
    ? sql`AND (p.id IN (SELECT search_practices(${q}, 50)) OR p.id IN (
    SELECT c.practice_id FROM case_items i JOIN cases c ON c.lab_id = i.lab_id AND c.id = i.case_id WHERE ${waits} AND c.number = upper(${q})))`
    : emptySql;
  const found = await tx.rows<Omit<WaitingPractice, "items">>(sql`
    SELECT p.id, p.name, p.city, p.postcode, p.delivery_method AS method, k.name AS carrier, w.ship_by AS "shipBy"
    FROM (${byPractice}) w JOIN practices p ON p.id = w.id LEFT JOIN carriers k ON k.lab_id = p.lab_id AND k.id = p.carrier_id
    WHERE true ${whenSql(sql`w.ship_by`, when, today)} ${how ? sql`AND p.delivery_method = ${how}` : emptySql} ${named}
      ${after ? sql`AND (w.ship_by, p.id) > (${after[0]}::date, ${after[1]}::uuid)` : emptySql}
    ORDER BY w.ship_by, p.id LIMIT ${PRACTICES_A_PAGE + 1}`);
  const practices = found.slice(0, PRACTICES_A_PAGE);
  const items = await itemsOf(
    tx,
    practices.map((practice) => practice.id),
  );
  return {
    practices: practices.map((practice) => ({
      ...practice,
      items: items.filter((item) => item.practiceId === practice.id),
    })),
    hasMore: found.length > PRACTICES_A_PAGE,
  };
}

/** What waits to be packed for one practice, the soonest to leave first. */
export const waitingFor = (tx: Transaction, practiceId: string): Promise<WaitingItem[]> => itemsOf(tx, [practiceId]);

/** How many practices have something that is late, and how many something that leaves today but nothing late. */
export async function waitingDays(tx: Transaction, today: string): Promise<{ late: number; today: number }> {
  const row = await tx.row<{ late: number; today: number }>(sql`
    SELECT count(*) FILTER (WHERE ship_by < ${today}::date) AS late, count(*) FILTER (WHERE ship_by = ${today}::date) AS today FROM (${byPractice}) w`);
  return row as { late: number; today: number };
}

function itemsOf(tx: Transaction, practiceIds: string[]): Promise<(WaitingItem & { practiceId: string })[]> {
  return tx.rows(sql`
    SELECT i.id, c.practice_id AS "practiceId", c.id AS "caseId", c.number, (SELECT n.code FROM pans n WHERE n.id = c.pan_id) AS pan,
      pt.reference AS patient, i.procedure_type AS "procedureType", i.arch,
      ARRAY(SELECT t.tooth FROM case_item_teeth t WHERE t.lab_id = i.lab_id AND t.item_id = i.id ORDER BY t.tooth) AS teeth, i.shade, c.urgency,
      c.ship_by AS "shipBy", c.due_on AS "dueOn", EXISTS (SELECT FROM holds h WHERE h.case_id = c.id AND h.released_at IS NULL) AS held,
      i.status = 'try_in' AS "tryIn",
      (SELECT count(*) FROM case_items o WHERE o.lab_id = c.lab_id AND o.case_id = c.id AND o.status = 'in_production') AS behind
    FROM case_items i JOIN cases c ON c.lab_id = i.lab_id AND c.id = i.case_id JOIN patients pt ON pt.lab_id = c.lab_id AND pt.id = c.patient_id
    WHERE ${waits} AND c.practice_id = ANY(${practiceIds}::uuid[])
    ORDER BY c.ship_by, c.number, i.position`);
}
