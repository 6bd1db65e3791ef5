import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { invalid, notFound, stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { announce } from "@/lib/outbox/outbox";
import type { changeTemplateSchema, newTemplateSchema } from "./schema";

type Particulars = Omit<z.output<typeof newTemplateSchema>, "idempotencyKey">;
type Saved = { id: string; name: string };

/**
 * Makes a template of routes: its weekdays, driver, hours and practices in order. Routes come from it when a day is planned. Refuses with
 * `template_name_taken`, and at `driverId` or `stops` who is not the lab's.
 */
export async function newTemplate({ tx }: Context, input: z.output<typeof newTemplateSchema>): Promise<Saved> {
  await checkPeople(tx, input);
  const row = await tx.row<{ id: string }>(sql`
    INSERT INTO route_templates (name, weekdays, driver_id, departs_at, shift_ends_at)
    VALUES (${input.name}, ${input.weekdays}::int[], ${input.driverId}, ${input.departsAt}, ${input.shiftEndsAt}) RETURNING id`);
  const id = row?.id as string;
  await setStops(tx, id, input.stops);
  await announce(tx, ["routes"]);
  return { id, name: input.name };
}

/**
 * Changes a template; routes that were made from it stay as they are. Refuses as `newTemplate` does, and with `not_found` and `stale`.
 */
export async function changeTemplate({ tx }: Context, input: z.output<typeof changeTemplateSchema>): Promise<Saved> {
  await lockTemplate(tx, input.id, input.version);
  await checkPeople(tx, input);
  await tx.execute(sql`
    UPDATE route_templates SET name = ${input.name}, weekdays = ${input.weekdays}::int[], driver_id = ${input.driverId},
      departs_at = ${input.departsAt}, shift_ends_at = ${input.shiftEndsAt} WHERE id = ${input.id}`);
  await setStops(tx, input.id, input.stops);
  await announce(tx, ["routes"]);
  return { id: input.id, name: input.name };
}

/** Puts a template away: no more routes come from it. Refuses with `not_found` and `stale`. */
export async function archiveTemplate(
  { tx }: Context,
  { id, version }: { id: string; version: number },
): Promise<Saved> {
  const { name } = await lockTemplate(tx, id, version);
  await tx.includeDeleted();
  await tx.execute(sql`UPDATE route_templates SET deleted_at = now() WHERE id = ${id}`);
  await announce(tx, ["routes"]);
  return { id, name };
}

/** Brings a template back. Refuses with `not_found`, and with `template_name_taken` when another has its name since. */
export async function restoreTemplate({ tx }: Context, { id }: { id: string }): Promise<Saved> {
  await tx.includeDeleted();
  const row = await tx.row<{ name: string }>(sql`
    UPDATE route_templates SET deleted_at = NULL WHERE id = ${id} AND deleted_at IS NOT NULL RETURNING name`);
  if (!row) throw notFound("template");
  await announce(tx, ["routes"]);
  return { id, name: row.name };
}

async function lockTemplate(tx: Transaction, id: string, version: number): Promise<{ name: string }> {
  const row = await tx.row<{ name: string; version: number }>(sql`
    SELECT name, version FROM route_templates WHERE id = ${id} FOR UPDATE`);
  if (!row) throw notFound("template");
  if (row.version !== version) throw stale("template");
  return row;
}

async function checkPeople(tx: Transaction, { driverId, stops }: Particulars): Promise<void> {
  const driver = await tx.row(sql`
    SELECT 1 FROM memberships m JOIN roles r ON r.id = m.role_id
    WHERE m.user_id = ${driverId}::uuid AND m.status = 'active' AND r.kind = 'driver'`);
  if (driverId && !driver) throw invalid("driverId", "This driver no longer drives for the lab. Choose another.");
  const known = await tx.rows(
    sql`SELECT id FROM practices WHERE id = ANY(${stops.map(({ practiceId }) => practiceId)}::uuid[])`,
  );
  if (known.length < stops.length) throw invalid("stops", "A practice is no longer in the lab's list. Take it off.");
}

/** Makes the template's stops those given, in their order. */
async function setStops(tx: Transaction, templateId: string, stops: Particulars["stops"]): Promise<void> {
  const practiceIds = stops.map(({ practiceId }) => practiceId);
  await tx.execute(sql`
    INSERT INTO route_template_stops (template_id, practice_id, position, always)
    SELECT ${templateId}::uuid, s.practice_id, s.position, s.always
    FROM unnest(${practiceIds}::uuid[], ${stops.map(({ always }) => always)}::boolean[]) WITH ORDINALITY s(practice_id, always, position)
    ON CONFLICT (lab_id, template_id, practice_id) WHERE deleted_at IS NULL
      DO UPDATE SET position = excluded.position, always = excluded.always`);
  await tx.includeDeleted();
  await tx.execute(sql`
    UPDATE route_template_stops SET deleted_at = now()
    WHERE template_id = ${templateId} AND deleted_at IS NULL AND NOT practice_id = ANY(${practiceIds}::uuid[])`);
}
