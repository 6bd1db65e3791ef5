import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict, invalid, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { labToday } from "../today";
import type { closingDaySchema } from "./schema";

/** Shuts the lab on a day (`YYYY-MM-DD`), for promises made from now on. Refuses at `closedOn` a day that is past or shut already. */
export async function addClosingDay(
  { actor, tx }: Context,
  { closedOn, name }: z.output<typeof closingDaySchema>,
): Promise<{ id: string }> {
  if (closedOn < labToday(actor.lab.timeZone)) throw invalid("closedOn", "This day is past.");
  const made = await tx.row<{ id: string }>(sql`
    INSERT INTO lab_closing_days (closed_on, name) VALUES (${closedOn}, ${name})
    ON CONFLICT (lab_id, closed_on) WHERE deleted_at IS NULL DO NOTHING RETURNING id`);
  if (!made) throw invalid("closedOn", "The lab is closed on this day already.");
  return made;
}

/** Opens the lab on that day again; `restoreClosingDay` takes it back. Refuses with `not_found`. */
export async function removeClosingDay({ tx }: Context, { id }: { id: string }): Promise<{ id: string }> {
  await tx.includeDeleted();
  const gone = await tx.execute(
    sql`UPDATE lab_closing_days SET deleted_at = now() WHERE id = ${id} AND deleted_at IS NULL`,
  );
  if (gone === 0) throw notFound("closing day");
  return { id };
}

/** Takes back that a closing day was removed. Refuses with `not_found`, and with `closed_already` when the day was added anew since. */
export async function restoreClosingDay({ tx }: Context, { id }: { id: string }): Promise<{ id: string }> {
  await tx.includeDeleted();
  const taken = await tx.row<{ closedOn: string }>(
    sql`SELECT closed_on AS "closedOn" FROM lab_closing_days WHERE id = ${id} AND deleted_at IS NOT NULL`,
  );
  if (!taken) throw notFound("closing day");
  const living = await tx.row(
    sql`SELECT 1 FROM lab_closing_days WHERE closed_on = ${taken.closedOn} AND deleted_at IS NULL`,
  );
  if (living) throw conflict("closed_already", "The lab is closed on this day already.");
  await tx.execute(sql`UPDATE lab_closing_days SET deleted_at = NULL WHERE id = ${id}`);
  return { id };
}
