import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { invalid } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { labToday } from "../../today";
import { type Holiday, publicHolidays, type Region, regionsOf } from "./public-holidays";
import type { closeOnHolidaysSchema, holidaysAskedSchema } from "./schema";

/** A public holiday to come: `closed` says under which name the lab is shut then already, `works` whether it is a working day else. */
export type ProposedHoliday = Holiday & { closed: string | null; works: boolean };
export type HolidayProposal = { country: string; region: string | null; regions: Region[]; days: ProposedHoliday[] };

/**
 * The public holidays of the lab's country, and of a part of it, from tomorrow to the end of next year, with those on which the lab is
 * shut already. Without a part in the input that which was chosen last. Refuses at `region` one that the country does not have.
 */
export async function proposeHolidays(
  context: Context,
  { region: asked }: z.output<typeof holidaysAskedSchema>,
): Promise<HolidayProposal> {
  const { country, kept, language } = await placeOf(context.tx, context.actor.lab.locale);
  const regions = await regionsOf(country, language);
  if (asked !== undefined && !isPart(asked, regions)) throw invalid("region", "Choose a part of the country.");
  const region = asked ?? (asked === undefined && isPart(kept, regions) ? kept : null);
  const coming = await comingHolidays(context, { country, region, language });
  const days = await context.tx.rows<ProposedHoliday>(sql`
    SELECT h.day, h.name, c.name AS closed, extract(isodow FROM h.day::date)::int = ANY (l.working_weekdays) AS works
    FROM jsonb_to_recordset(${JSON.stringify(coming)}::jsonb) AS h(day text, name text) CROSS JOIN labs l
    LEFT JOIN lab_closing_days c ON c.closed_on = h.day::date ORDER BY h.day`);
  const named = new Intl.DisplayNames("en", { type: "region" }).of(country);
  return { country: named ?? country, region, regions, days };
}

/**
 * Shuts the lab on some of the public holidays to come, and remembers the part of the country they are of. A day on which it is shut
 * already stays as it is, so sending it twice adds nothing. Answers how many were added. Refuses at `days` what is no holiday there, and at
 * `region` a part that the country does not have.
 */
export async function closeOnHolidays(
  context: Context,
  { region, days }: z.output<typeof closeOnHolidaysSchema>,
): Promise<{ added: number }> {
  const { tx } = context;
  const { country, language } = await placeOf(tx, context.actor.lab.locale);
  if (!isPart(region, await regionsOf(country, language))) throw invalid("region", "Choose a part of the country.");
  const chosen = (await comingHolidays(context, { country, region, language })).filter(({ day }) => days.includes(day));
  if (chosen.length < new Set(days).size) throw invalid("days", "One of these days is no public holiday there.");
  await tx.execute(sql`UPDATE labs SET holiday_region = ${region} WHERE id = app_lab_id()`);
  const added = await tx.execute(sql`
    INSERT INTO lab_closing_days (closed_on, name)
    SELECT h.day::date, h.name FROM jsonb_to_recordset(${JSON.stringify(chosen)}::jsonb) AS h(day text, name text)
    ON CONFLICT (lab_id, closed_on) WHERE deleted_at IS NULL DO NOTHING`);
  return { added };
}

const isPart = (region: string | null, regions: readonly Region[]): boolean =>
  region === null || regions.some(({ value }) => value === region);

async function placeOf(tx: Transaction, locale: string) {
  const lab = await tx.row<{ country: string; kept: string | null }>(
    sql`SELECT country, holiday_region AS kept FROM labs`,
  );
  if (!lab) throw new Error("Nobody's lab.");
  return { ...lab, language: new Intl.Locale(locale).language };
}

const comingHolidays = ({ actor }: Context, place: Parameters<typeof publicHolidays>[0]): Promise<Holiday[]> => {
  const today = labToday(actor.lab.timeZone);
  const tomorrow = new Date(Date.parse(`${today}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return publicHolidays(place, tomorrow, `${Number(today.slice(0, 4)) + 1}-12-31`);
};
