import { notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

export type ListedTemplate = {
  id: string;
  name: string;
  /** ISO: 1 Monday … 7 Sunday. */
  weekdays: number[];
  driver: string | null;
  departsAt: string;
  shiftEndsAt: string;
  version: number;
  practices: string[];
};

/** The lab's templates of routes, those put away instead when `archived`; by departure, at most 200. */
export async function listTemplates(tx: Transaction, archived: boolean): Promise<ListedTemplate[]> {
  if (archived) await tx.includeDeleted();
  return tx.rows<ListedTemplate>(sql`
    SELECT t.id, t.name, t.weekdays, u.name AS driver, t.departs_at AS "departsAt", t.shift_ends_at AS "shiftEndsAt", t.version,
      ARRAY(SELECT p.name FROM route_template_stops s JOIN practices p ON p.lab_id = s.lab_id AND p.id = s.practice_id
        WHERE s.lab_id = t.lab_id AND s.template_id = t.id AND s.deleted_at IS NULL ORDER BY s.position) AS practices
    FROM route_templates t LEFT JOIN users u ON u.id = t.driver_id
    WHERE (t.deleted_at IS NOT NULL) = ${archived}::boolean ORDER BY t.departs_at, t.name, t.id LIMIT 200`);
}

export type TemplateStop = { practiceId: string; practice: string; city: string | null; always: boolean };
export type TemplateDetail = Omit<ListedTemplate, "driver" | "practices"> & {
  driverId: string | null;
  archived: boolean;
  stops: TemplateStop[];
};

/** One template with the practices it serves, in order; also one that was put away. Refuses with `not_found`. */
export async function findTemplate(tx: Transaction, id: string): Promise<TemplateDetail> {
  await tx.includeDeleted();
  const template = await tx.row<TemplateDetail>(sql`
    SELECT t.id, t.name, t.weekdays, t.driver_id AS "driverId", t.departs_at AS "departsAt", t.shift_ends_at AS "shiftEndsAt", t.version,
      t.deleted_at IS NOT NULL AS archived,
      coalesce((SELECT jsonb_agg(jsonb_build_object('practiceId', p.id, 'practice', p.name, 'city', p.city, 'always', s.always) ORDER BY s.position)
        FROM route_template_stops s JOIN practices p ON p.lab_id = s.lab_id AND p.id = s.practice_id AND p.deleted_at IS NULL
        WHERE s.lab_id = t.lab_id AND s.template_id = t.id AND s.deleted_at IS NULL), '[]') AS stops
    FROM route_templates t WHERE t.id = ${id}`);
  if (!template) throw notFound("template");
  return template;
}
