import { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { addPrices, addTaxRate } from "../defaults/add-prices";
import { runOn } from "../run-on";

const percent = (text: z.ZodString) =>
  text
    .trim()
    .regex(/^\d{1,3}([.,]\d{1,2})?$/, "A percentage, such as 20.")
    .transform((value) => value.replace(",", "."));

/** The first price list: Casepan's prices times a percentage, or an empty list; and the tax that work bears. */
export const startPricesSchema = z.strictObject({
  from: z.enum(["defaults", "empty"]),
  factor: percent(z.string()).refine((value) => Number(value) > 0, "More than 0."),
  taxName: z.string().trim().min(1, "Name the tax as invoices do, such as VAT.").max(40, "At most 40 characters."),
  taxPercent: percent(z.string()).refine((value) => Number(value) <= 100, "At most 100."),
});

/** Makes the lab's first price list and tax rate. Refuses `has_prices` when there is a list already. */
export async function startPrices(
  { actor, tx }: Context,
  { from, factor, taxName, taxPercent }: z.output<typeof startPricesSchema>,
): Promise<null> {
  await tx.execute(sql`SELECT 1 FROM labs WHERE id = app_lab_id() FOR UPDATE`);
  if (await tx.row(sql`SELECT 1 FROM price_lists LIMIT 1`))
    throw conflict("has_prices", "The lab has a price list already: change it under Prices.");
  const run = runOn(tx);
  if (!(await tx.row(sql`SELECT 1 FROM tax_rates LIMIT 1`)))
    await addTaxRate(run, { name: taxName, percent: taxPercent });
  await addPrices(run, { currency: actor.lab.currency, percent: from === "defaults" ? factor : null });
  return null;
}
