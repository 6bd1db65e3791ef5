import type { Context } from "@/lib/access/action";
import { invalid } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { type ListedPrice, listPrices, listTaxRates } from "../price-lists";
import { lockPriceList, touchPriceList } from "./lock-price-list";
import { type FilePrice, type PriceRow, readPrices } from "./price-csv";
import type { ImportPricesInput } from "./schema";

export type ImportPreview = {
  rows: (PriceRow & { was: string | null; does: "add" | "change" | "keep" | null })[];
  /** How many rows add a price, change one, leave one as it is, and are wrong. */
  counts: { add: number; change: number; keep: number; wrong: number };
  /** Prices of the list that are not in the file, and go where the file replaces the list. */
  removed: Pick<ListedPrice, "id" | "procedureType" | "material" | "price">[];
};

const keyOf = (price: Pick<FilePrice, "procedureType" | "material">) => `${price.procedureType} ${price.material}`;
const sameAs = (a: FilePrice, b: ListedPrice) =>
  a.per === b.per &&
  a.price === b.price &&
  a.rushSurchargePercent === b.rushSurchargePercent &&
  a.taxName === b.taxName;

/**
 * What importing a file would do to a list, row by row, and nothing else; what the file has no column for stays as it is. Refuses
 * with `not_found`, `stale`, and at `csv` for what is no table of prices.
 */
export async function previewPrices({ tx }: Context, input: ImportPricesInput): Promise<ImportPreview> {
  await lockPriceList(tx, input.priceListId, input.version);
  return compared(tx, input);
}

async function compared(tx: Transaction, { priceListId, csv }: ImportPricesInput): Promise<ImportPreview> {
  const taxNames = new Set((await listTaxRates(tx)).map(({ name }) => name));
  const read = readPrices(csv, [...taxNames]);
  if ("fault" in read) throw invalid("csv", read.fault);
  const listed = new Map((await listPrices(tx, priceListId)).map((price) => [keyOf(price), price]));
  const rows = read.rows.map((row) => {
    const had = row.price && listed.get(keyOf(row.price));
    if (!row.price) return { ...row, was: null, does: null };
    if (!had) return { ...row, was: null, does: "add" as const };
    const kept = Object.fromEntries(read.absent.map((field) => [field, had[field]]));
    const price: FilePrice = { ...row.price, ...kept };
    return { ...row, price, was: had.price, does: sameAs(price, had) ? ("keep" as const) : ("change" as const) };
  });
  const inFile = new Set(rows.flatMap(({ price }) => (price ? [keyOf(price)] : [])));
  const count = (what: string | null) => rows.filter(({ does }) => does === what).length;
  return {
    rows,
    counts: { add: count("add"), change: count("change"), keep: count("keep"), wrong: count(null) },
    removed: [...listed]
      .filter(([key]) => !inFile.has(key))
      .map(([, { id, procedureType, material, price }]) => ({ id, procedureType, material, price })),
  };
}

/**
 * Takes the prices of a file into a list, whole or not at all: one wrong row and nothing changes. Answers how many were added, changed
 * and removed. Refuses as `previewPrices`, and at `csv` with how many rows are wrong.
 */
export async function importPrices(
  { tx }: Context,
  input: ImportPricesInput,
): Promise<{ added: number; changed: number; removed: number }> {
  await lockPriceList(tx, input.priceListId, input.version);
  const { rows, counts, removed } = await compared(tx, input);
  if (counts.wrong > 0) {
    throw invalid(
      "csv",
      `${counts.wrong === 1 ? "1 row is" : `${counts.wrong} rows are`} wrong. Nothing was imported.`,
    );
  }
  const changes = rows.filter(({ does }) => does === "add" || does === "change").map(({ price }) => price);
  await tx.execute(sql`
    INSERT INTO price_list_items (price_list_id, procedure_type, material, per, price, rush_surcharge_percent, tax_rate_id)
    SELECT ${input.priceListId}, x."procedureType", x.material, x.per, x.price, x."rushSurchargePercent",
      (SELECT id FROM tax_rates t WHERE t.name = x."taxName" ORDER BY valid_from DESC LIMIT 1)
    FROM jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
      x ("procedureType" text, material text, per text, price numeric, "rushSurchargePercent" numeric, "taxName" text)
    ON CONFLICT (lab_id, price_list_id, procedure_type, coalesce(material::text, '')) WHERE deleted_at IS NULL
    DO UPDATE SET per = excluded.per, price = excluded.price, rush_surcharge_percent = excluded.rush_surcharge_percent,
      tax_rate_id = excluded.tax_rate_id`);
  await touchPriceList(tx, input.priceListId);
  const gone = input.replaces ? removed.map(({ id }) => id) : [];
  if (gone.length > 0) {
    await tx.includeDeleted();
    await tx.execute(sql`UPDATE price_list_items SET deleted_at = now() WHERE id = ANY(${gone}::uuid[])`);
  }
  return { added: counts.add, changed: counts.change, removed: gone.length };
}
