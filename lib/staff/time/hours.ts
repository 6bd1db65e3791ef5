import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/** Hours of a person at a stage in a week (its Monday), by the clock of the stages. */
export type StageHours = { week: string; stage: string; hours: number };

/**
 * A person's hours by stage and week of the lab, from the Monday `since` on, until now where a clock runs. Time at a machine is the
 * machine's and left out; while several clocks of the person run at once, the time is divided among them, as it is for their items.
 */
export const stageHours = (tx: Transaction, userId: string, since: string): Promise<StageHours[]> =>
  tx.rows<StageHours>(sql`
    WITH lab AS (SELECT time_zone AS zone FROM labs), own AS (
      SELECT e.id, w.stage::text AS stage, greatest(e.started_at, ${since}::date::timestamp AT TIME ZONE lab.zone) AS s, coalesce(e.ended_at, now()) AS t
      FROM lab, stage_time_entries e JOIN workflow_stages w ON w.lab_id = e.lab_id AND w.id = e.workflow_stage_id
      WHERE e.user_id = ${userId} AND e.equipment_id IS NULL AND coalesce(e.ended_at, now()) > ${since}::date::timestamp AT TIME ZONE lab.zone
        AND coalesce(e.ended_at, now()) > e.started_at
    ), cuts AS (SELECT s AS at FROM own UNION SELECT t FROM own),
    pieces AS (SELECT at AS s, lead(at) OVER (ORDER BY at) AS t FROM cuts),
    shared AS (
      SELECT p.s, p.t, o.stage, count(*) OVER (PARTITION BY p.s) AS clocks
      FROM pieces p JOIN own o ON o.s <= p.s AND o.t >= p.t WHERE p.t IS NOT NULL
    )
    SELECT date_trunc('week', s AT TIME ZONE (SELECT zone FROM lab))::date AS week, stage,
      round(sum(extract(epoch FROM t - s) / clocks) / 3600, 2)::float AS hours
    FROM shared GROUP BY 1, 2 ORDER BY 1, 2`);
