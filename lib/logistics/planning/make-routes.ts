import type { Context } from "@/lib/access/action";
import { weekdayOf } from "@/lib/cases/due-date";
import { sql } from "@/lib/db/sql";
import { closedOn, type OpeningHours } from "@/lib/practices/opening-hours";
import { lockRoute } from "../lock";
import { tellDriver } from "../plan-route";
import { addStop } from "../put-on-route";

type Made = { id: string; templateId: string; name: string; driverId: string | null };

/**
 * Makes the routes that the templates ask for on a lab day's weekday, each once a day, with a stop for each practice that they always
 * go to unless it is closed. A driver who no longer drives for the lab is left out. Answers the ids of those made now.
 */
export async function makeRoutes({ tx }: Context, day: string): Promise<string[]> {
  const made = await tx.rows<Made>(sql`
    INSERT INTO delivery_routes (name, route_date, template_id, driver_id, departs_at, shift_ends_at)
    SELECT t.name, ${day}::date, t.id, m.user_id, t.departs_at, t.shift_ends_at
    FROM route_templates t
    LEFT JOIN (memberships m JOIN roles r ON r.lab_id = m.lab_id AND r.id = m.role_id AND r.kind = 'driver')
      ON m.lab_id = t.lab_id AND m.user_id = t.driver_id AND m.status = 'active'
    WHERE t.deleted_at IS NULL AND ${weekdayOf(day)} = ANY(t.weekdays)
    ORDER BY t.departs_at, t.name
    ON CONFLICT (lab_id, template_id, route_date) WHERE template_id IS NOT NULL AND deleted_at IS NULL DO NOTHING
    RETURNING id, template_id AS "templateId", name, driver_id AS "driverId"`);
  for (const route of made) {
    const always = await tx.rows<{ practiceId: string; hours: OpeningHours | null; shut: boolean }>(sql`
      SELECT s.practice_id AS "practiceId", p.opening_hours AS hours, EXISTS (SELECT FROM practice_closing_days d
        WHERE d.lab_id = p.lab_id AND d.practice_id = p.id AND d.deleted_at IS NULL AND ${day}::date BETWEEN d.closed_from AND d.closed_to) AS shut
      FROM route_template_stops s JOIN practices p ON p.lab_id = s.lab_id AND p.id = s.practice_id AND p.deleted_at IS NULL
      WHERE s.template_id = ${route.templateId} AND s.always AND s.deleted_at IS NULL ORDER BY s.position`);
    const open = always.filter(({ hours, shut }) => !shut && !closedOn(hours, day));
    const locked = await lockRoute(tx, route.id);
    for (const [i, { practiceId }] of open.entries()) await addStop(tx, locked, practiceId, i + 1);
    await tellDriver(tx, route.id, { routeDate: day, driverId: route.driverId }, route.name);
  }
  return made.map(({ id }) => id);
}
