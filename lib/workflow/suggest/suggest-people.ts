import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { emptySql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { labToday } from "@/lib/labs/today";
import { dayWords } from "@/lib/staff/day-words";
import { attendanceOf } from "@/lib/staff/rota/attendance";
import { rotaOf } from "@/lib/staff/rota/queries";
import type { Skill } from "@/lib/staff/vocabulary";
import { benchPeople } from "../assign";
import { rankPeople, type SuggestedPerson, type Work } from "./rank-people";
import type { suggestSchema } from "./schema";

/**
 * Whom to give work, the first first; `items` counts what there is to give. `day` names the lab's next working day when it is shut today,
 * else null.
 */
export type Suggestion = { people: SuggestedPerson[]; items: number; day: string | null };

/**
 * Everybody who may work at the bench, in the order in which the open work of some cases is best given to them, each with the reason:
 * skills of the profile, the rota of today (of the next working day while the lab is shut), and what they have in hand.
 */
export async function suggestPeople(
  { actor, tx }: Context,
  { caseIds, stage }: z.output<typeof suggestSchema>,
): Promise<Suggestion> {
  const today = labToday(actor.lab.timeZone);
  const day = await nextWorkingDay(tx, today);
  const people = await benchPeople(tx);
  const ids = people.map(({ id }) => id);
  const works = await tx.rows<Work>(sql`
    SELECT w.stage, i.procedure_type AS "procedureType", count(*)::int AS items
    FROM workflow_stages w JOIN case_items i ON i.id = w.item_id
    WHERE w.case_id = ANY (${caseIds}::uuid[]) AND w.status <> 'completed' AND w.deleted_at IS NULL
      ${stage ? sql`AND w.stage = ${stage}::text` : emptySql} GROUP BY 1, 2`);
  const facts = await tx.rows<{ id: string; skills: Skill[]; inHand: number }>(sql`
    SELECT p.id, coalesce((SELECT s.skills FROM staff_profiles s WHERE s.user_id = p.id), '[]') AS skills,
      (SELECT count(*)::int FROM workflow_stages w JOIN cases c ON c.id = w.case_id
        WHERE w.assigned_to_id = p.id AND w.status <> 'completed' AND w.deleted_at IS NULL AND c.status NOT IN ('cancelled', 'delivered')) AS "inHand"
    FROM unnest(${ids}::uuid[]) AS p(id)`);
  const rota = await rotaOf(tx, { from: day, to: day, departmentId: null }, { manages: false, ownId: null });
  const cells = new Map(rota.rows.map(({ userId, cells }) => [userId, cells[day]]));
  const known = new Map(facts.map((fact) => [fact.id, fact]));
  const ranked = people.map(({ id, name }) => {
    const { skills = [], inHand = 0 } = known.get(id) ?? {};
    return { id, name, skills, inHand, attendance: attendanceOf(cells.get(id)) };
  });
  return {
    people: rankPeople(ranked, works),
    items: works.reduce((sum, { items }) => sum + items, 0),
    day: day === today ? null : dayWords(day, actor.lab.locale),
  };
}

/** The first day from `today` on that the lab works on, within a month; `today` when there is none. */
async function nextWorkingDay(tx: Transaction, today: string): Promise<string> {
  const found = await tx.row<{ day: string }>(sql`
    SELECT d.day FROM labs l, LATERAL (SELECT ${today}::date + n AS day FROM generate_series(0, 30) n) d
    WHERE extract(isodow FROM d.day)::int = ANY (l.working_weekdays)
      AND NOT EXISTS (SELECT FROM lab_closing_days c WHERE c.closed_on = d.day)
    ORDER BY d.day LIMIT 1`);
  return found?.day ?? today;
}
