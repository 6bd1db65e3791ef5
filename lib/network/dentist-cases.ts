import { emptySql, type Sql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/** The figures that have cases behind them. */
export const BEHIND = {
  delivered: "Delivered cases",
  remade: "Cases made again",
  late: "Cases delivered late",
  held: "Cases that were on hold",
  rated: "Rated cases",
} as const;
export type Behind = keyof typeof BEHIND;

const PAGE_SIZE = 50;
const onDay = sql`(c.delivered_at AT TIME ZONE l.time_zone)::date`;

const WHICH: Record<Behind, Sql> = {
  delivered: emptySql,
  remade: sql`AND EXISTS (SELECT FROM case_items i JOIN made_again() a ON a.lab_id = i.lab_id AND a.item_id = i.id
    WHERE i.lab_id = c.lab_id AND i.case_id = c.id AND i.status = 'delivered' AND i.procedure_type <> 'repairs' AND i.deleted_at IS NULL)`,
  late: sql`AND ${onDay} > c.due_on`,
  held: sql`AND EXISTS (SELECT FROM holds h WHERE h.case_id = c.id)`,
  rated: sql`AND g.overall IS NOT NULL`,
};

export type CaseBehindFigure = {
  id: string;
  number: string;
  practice: string;
  units: number;
  deliveredAt: Date;
  dueOn: string;
  late: boolean;
  /** Numbers of the cases that made it again. */
  remakes: string[];
  holds: number;
  overall: number | null;
};

/**
 * A page of a dentist's cases behind a figure, delivered since a month or in one (`YYYY-MM-01`), the last delivered first; at most 50.
 * `after` is instant and id of the row to go on from. Read now, where the figure is as of its last refresh.
 */
export async function casesBehind(
  tx: Transaction,
  asked: {
    dentistId: string;
    figure: Behind;
    since: string;
    month: string | null;
    after: [at: string, id: string] | null;
  },
): Promise<{ rows: CaseBehindFigure[]; older: string | null }> {
  const from = asked.month ?? asked.since;
  const until = asked.month ? sql`AND ${onDay} < (${asked.month}::date + interval '1 month')::date` : emptySql;
  const bound = asked.after
    ? sql`AND c.delivered_at <= ${asked.after[0]}::timestamptz AND (c.delivered_at < ${asked.after[0]}::timestamptz OR c.id < ${asked.after[1]}::uuid)`
    : emptySql;
  const found = await tx.rows<CaseBehindFigure>(sql`
    SELECT c.id, c.number, p.name AS practice, c.delivered_at AS "deliveredAt", c.due_on AS "dueOn", ${onDay} > c.due_on AS late,
      (SELECT coalesce(sum(i.units), 0)::int FROM case_items i WHERE i.case_id = c.id AND i.status = 'delivered') AS units,
      ARRAY(SELECT r.number FROM cases r WHERE r.remake_of_id = c.id AND r.status <> 'cancelled' ORDER BY r.number) AS remakes,
      (SELECT count(*)::int FROM holds h WHERE h.case_id = c.id) AS holds, g.overall
    FROM cases c JOIN labs l ON l.id = c.lab_id JOIN practices p ON p.id = c.practice_id LEFT JOIN case_ratings g ON g.case_id = c.id
    WHERE c.dentist_id = ${asked.dentistId} AND c.status = 'delivered' AND ${onDay} >= ${from}::date ${until} ${WHICH[asked.figure]} ${bound}
    ORDER BY c.delivered_at DESC, c.id DESC LIMIT ${PAGE_SIZE + 1}`);
  const last = found.length > PAGE_SIZE ? found[PAGE_SIZE - 1] : undefined;
  return { rows: found.slice(0, PAGE_SIZE), older: last ? `${last.deliveredAt.toISOString()}|${last.id}` : null };
}
