import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict, invalid, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { labToday } from "@/lib/labs/today";
import type { TaxRateInput, takeBackTaxRateSchema } from "./schema";

/**
 * Adds a tax, or, under the name of one there is, its rate from a later day. Rates are not changed afterwards, for invoices were
 * drawn up by them; drafts keep the rate of their day of delivery. Refuses at `validFrom` when that rate, or another default, begins
 * the same day.
 */
export async function addTaxRate({ tx }: Context, input: TaxRateInput): Promise<null> {
  const { name, percent, validFrom, isDefault, isExempt } = input;
  const same = await tx.row<{ name: string }>(sql`
    SELECT name FROM tax_rates WHERE valid_from = ${validFrom} AND (name = ${name} OR (is_default AND ${isDefault}::boolean))`);
  if (same) throw invalid("validFrom", `A rate of ${same.name} begins on this day already.`);
  await tx.execute(sql`
    INSERT INTO tax_rates (name, percent, valid_from, is_default, is_exempt, legal_note)
    VALUES (${name}, ${percent}, ${validFrom}, ${isDefault}, ${isExempt}, ${isExempt ? input.legalNote : null})`);
  return null;
}

/**
 * Takes back a rate that has not begun; prices that bear the tax go on with its other rates. Refuses with `not_found`,
 * `tax_rate_began`, and `tax_in_use` when it is the only rate of a tax that prices bear.
 */
export async function takeBackTaxRate(
  { actor, tx }: Context,
  { taxRateId }: z.output<typeof takeBackTaxRateSchema>,
): Promise<null> {
  const rate = await tx.row<{ name: string; validFrom: string }>(sql`
    SELECT name, valid_from AS "validFrom" FROM tax_rates WHERE id = ${taxRateId} AND deleted_at IS NULL FOR UPDATE`);
  if (!rate) throw notFound("tax rate");
  if (rate.validFrom <= labToday(actor.lab.timeZone)) {
    throw conflict("tax_rate_began", "This rate holds already. Add the one that replaces it, from its day.");
  }
  await movePrices(tx, taxRateId, rate.name);
  await tx.includeDeleted();
  await tx.execute(sql`UPDATE tax_rates SET deleted_at = now() WHERE id = ${taxRateId}`);
  return null;
}

/** Prices name a tax by one of its rates: those that name this one name another of it. */
async function movePrices(tx: Transaction, taxRateId: string, name: string): Promise<void> {
  const other = await tx.row<{ id: string }>(sql`
    SELECT id FROM tax_rates WHERE name = ${name} AND id <> ${taxRateId} ORDER BY valid_from DESC LIMIT 1`);
  await tx.includeDeleted();
  const bearing = await tx.rows<{ id: string; isLive: boolean }>(sql`
    SELECT id, deleted_at IS NULL AS "isLive" FROM price_list_items WHERE tax_rate_id = ${taxRateId} FOR UPDATE`);
  if (!other && bearing.some(({ isLive }) => isLive)) {
    throw conflict("tax_in_use", `Prices bear ${name}, which has no other rate. Give them another tax first.`);
  }
  await tx.execute(sql`
    UPDATE price_list_items SET tax_rate_id = ${other?.id ?? null} WHERE id = ANY(${bearing.map(({ id }) => id)}::uuid[])`);
}
