import { notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { listPrices } from "../price-lists";
import { pricesCsv } from "./price-csv";

/** A list's prices as a CSV file with the name to save it under. Refuses with `not_found`. */
export async function exportPrices(tx: Transaction, priceListId: string): Promise<{ name: string; csv: string }> {
  const list = await tx.row<{ name: string }>(sql`SELECT name FROM price_lists WHERE id = ${priceListId}`);
  if (!list) throw notFound("price list");
  const slug = list.name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
  return { name: `prices-${slug || "list"}.csv`, csv: pricesCsv(await listPrices(tx, priceListId)) };
}
