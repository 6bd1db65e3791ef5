import { type Sql, sql } from "@/lib/db/sql";
import { all, dayOf, equals, equalsId, idOf, spaced, timeIn } from "../conditions";
import type { Ask } from "../result";
import type { Behind } from "../schema";

/** The first remake of an item `i` that stands: its cause and who is responsible, and the number of the case that came of it. */
const AGAIN = sql`LEFT JOIN LATERAL (SELECT * FROM made_again() x WHERE x.lab_id = i.lab_id AND x.item_id = i.id) a ON true`;

/** A condition by what the key of a row stands for: `kind~key`, as the charts name it. */
function keyed(key: string | undefined): Sql | null {
  const [kind = "", value = ""] = key?.split("~") ?? [];
  const id = idOf(value);
  switch (kind) {
    case "cause":
      return id ? sql`a.cause_id = ${id}::uuid` : sql`a.cause_id IS NULL`;
    case "responsible":
      return value === "none" ? sql`a.responsible IS NULL` : sql`a.responsible = ${value}`;
    case "dentist":
      return equalsId(sql`c.dentist_id`, id);
    case "material":
      return value === "none" ? sql`i.material IS NULL` : sql`i.material = ${value}`;
    case "procedure":
      return sql`i.procedure_type = ${value}`;
    case "person":
      return sql`EXISTS (SELECT FROM workflow_stages w WHERE w.lab_id = i.lab_id AND w.item_id = i.id AND w.completed_by_id = ${id}::uuid
        AND w.status = 'completed' AND w.outcome = 'passed' AND w.stage IN ('design', 'milling', 'sintering') AND w.deleted_at IS NULL)`;
    default:
      return null;
  }
}

/** The delivered items behind a figure of remakes, or those of them that were made again. */
export function remadeBehind(ask: Ask, { month, key, only }: Behind): Sql {
  return sql`
    SELECT i.id, ${dayOf(sql`c.delivered_at`, ask)} AS at, i.case_id, NULL::uuid AS invoice_id, NULL::uuid AS lot_id, i.units::numeric AS amount,
      ${spaced(sql`i.procedure_type`)} || CASE WHEN a.number IS NULL THEN ', delivered'
        ELSE ', made again as ' || a.number || coalesce(': ' || (SELECT lower(r.words) FROM lab_reasons() r WHERE r.id = a.cause_id), '') END AS what
    FROM case_items i JOIN cases c ON c.lab_id = i.lab_id AND c.id = i.case_id ${AGAIN}
    WHERE ${all([
      sql`i.status = 'delivered' AND i.procedure_type <> 'repairs' AND i.deleted_at IS NULL AND c.status = 'delivered' AND c.deleted_at IS NULL`,
      timeIn(sql`c.delivered_at`, ask, month),
      equalsId(sql`c.practice_id`, ask.filter.practice),
      equals(sql`i.procedure_type`, ask.filter.procedure),
      only === "remade" ? sql`a.number IS NOT NULL` : null,
      keyed(key),
    ])}`;
}
