import type { Run } from "../open-lab";
import { DEFAULT_PRICES, DEFAULT_RUSH_SURCHARGE_PERCENT } from "./prices";

/** From when a lab's first prices and taxes hold: 1 January of last year. */
const validFrom = () => `${new Date().getUTCFullYear() - 1}-01-01`;

/** The tax that the acting lab's work bears unless a practice is exempt; `percent` such as "20.00". */
export async function addTaxRate(run: Run, { name, percent }: { name: string; percent: string }): Promise<void> {
  await run("INSERT INTO tax_rates (name, percent, valid_from, is_default) VALUES ($1, $2, $3, true)", [
    name,
    percent,
    validFrom(),
  ]);
}

/**
 * The acting lab's first price list: Casepan's prices times `percent` ("100" as they are), rounded to hundredths; without a percentage
 * an empty list.
 */
export async function addPrices(
  run: Run,
  { currency, percent }: { currency: string; percent: string | null },
): Promise<void> {
  await run(
    `WITH l AS (INSERT INTO price_lists (name, currency, valid_from, is_default) VALUES ('Standard', $1, $2, true) RETURNING id)
     INSERT INTO price_list_items (price_list_id, procedure_type, material, per, price, rush_surcharge_percent)
     SELECT l.id, x."procedureType", x.material, x.per, round(x.price * $5::numeric / 100, 2), $3
     FROM l, jsonb_to_recordset($4) x("procedureType" text, material text, per text, price numeric)`,
    [
      currency,
      validFrom(),
      DEFAULT_RUSH_SURCHARGE_PERCENT,
      JSON.stringify(percent === null ? [] : DEFAULT_PRICES),
      percent ?? "0",
    ],
  );
}
