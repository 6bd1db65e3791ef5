import Papa from "papaparse";
import { CSV_START, csvLine } from "@/lib/cases/csv";
import { MATERIAL_LABEL, type Material, PROCEDURE_LABEL, type ProcedureType } from "@/lib/cases/vocabulary";
import { PRICE_UNIT_LABEL, type PriceUnit } from "../vocabulary";
import { priceFields } from "./schema";

/** A price as a file has it. Amounts and percentages are decimal strings; `taxName` null is the lab's default. */
export type FilePrice = {
  procedureType: ProcedureType;
  material: Material | null;
  per: PriceUnit;
  price: string;
  rushSurchargePercent: string;
  taxName: string | null;
};
/** What became of a row: its price, or what is wrong with it. `line` counts from 1, the header among them. */
export type PriceRow = { line: number; price: FilePrice | null; errors: string[] };

const HEADINGS = ["For", "Material", "Charged", "Price", "Rush %", "Tax"];
const MOST_ROWS = 1000;

/** A list's prices as a CSV file, as `readPrices` reads it. */
export function pricesCsv(prices: readonly FilePrice[]): string {
  const lines = prices.map((price) =>
    csvLine([
      PROCEDURE_LABEL[price.procedureType],
      price.material ? MATERIAL_LABEL[price.material] : "",
      PRICE_UNIT_LABEL[price.per],
      price.price,
      price.rushSurchargePercent,
      price.taxName ?? "",
    ]),
  );
  return CSV_START + csvLine(HEADINGS) + lines.join("");
}

/**
 * Reads prices from the text of a CSV file (comma, semicolon or tab) with the headings For, Material, Charged, Price, Rush % and Tax;
 * the last three columns but Price may be missing. Names may be those of the screen or the short ones kept in the database. Answers
 * every row with what is wrong with it, the fields without a column (`absent`, of usual values), or `fault` for what is no such table. `taxNames` are the lab's taxes.
 */
export function readPrices(
  csv: string,
  taxNames: readonly string[],
): { rows: PriceRow[]; absent: (keyof FilePrice)[] } | { fault: string } {
  const parsed = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ""), { delimitersToGuess: [",", ";", "\t"] });
  if (parsed.errors.some(({ type }) => type === "Quotes")) return { fault: "A quotation mark is not closed." };
  const [header, ...body] = parsed.data;
  const places = HEADINGS.map((heading) => header?.findIndex((cell) => plain(cell) === plain(heading)) ?? -1);
  const missing = HEADINGS.filter((heading, i) => ["For", "Price"].includes(heading) && places[i] === -1);
  if (missing.length > 0) return { fault: `The first line needs a column “${missing.join("” and one “")}”.` };
  const filled = body.flatMap((cells, i) => (cells.some((cell) => cell.trim()) ? [{ line: i + 2, cells }] : []));
  if (filled.length === 0) return { fault: "This file has a header but no prices." };
  if (filled.length > MOST_ROWS) return { fault: `This file has ${filled.length} rows; at most ${MOST_ROWS} fit.` };

  const seen = new Map<string, number>();
  const rows = filled.map(({ line, cells }) => {
    const row = readRow(
      line,
      places.map((place) => cells[place]?.trim().replace(/^'(?=[=+\-@|%])/, "") ?? ""),
      taxNames,
    );
    if (cells.length > (header?.length ?? 0)) row.errors.push("The row has more columns than the header.");
    const key = row.price && `${row.price.procedureType} ${row.price.material}`;
    const earlier = key && seen.get(key);
    if (earlier) row.errors.push(`Line ${earlier} has a price for the same procedure and material.`);
    if (key && !earlier) seen.set(key, line);
    return row;
  });
  const absent = (
    [
      ["per", 2],
      ["rushSurchargePercent", 4],
      ["taxName", 5],
    ] as const
  ).filter(([, i]) => places[i] === -1);
  return {
    rows: rows.map((row) => (row.errors.length > 0 ? { ...row, price: null } : row)),
    absent: absent.map(([field]) => field),
  };
}

const plain = (text: string) => text.trim().toLowerCase();

/** The key of a word from a list of labels, by label or key; null when it is neither. */
function keyOf<Key extends string>(labels: Record<Key, string>, word: string): Key | null {
  const found = (Object.entries(labels) as [Key, string][]).find(
    ([key, label]) => plain(key) === plain(word) || plain(label) === plain(word),
  );
  return found?.[0] ?? null;
}

function readRow(line: number, cells: string[], taxNames: readonly string[]): PriceRow {
  const [forWord = "", materialWord = "", perWord = "", price = "", rush = "", taxWord = ""] = cells;
  const errors: string[] = [];
  const procedureType = keyOf(PROCEDURE_LABEL, forWord);
  if (!procedureType) errors.push(forWord ? `For: “${forWord}” is nothing this lab makes.` : "For: empty.");
  const anyMaterial = ["", "any"].includes(plain(materialWord));
  const material = anyMaterial ? null : keyOf(MATERIAL_LABEL, materialWord);
  if (!anyMaterial && !material) errors.push(`Material: “${materialWord}” is not known.`);
  const per = perWord === "" ? "unit" : (keyOf(PRICE_UNIT_LABEL, perWord) ?? null);
  if (!per) errors.push(`Charged: “${perWord}” is none of per unit, per arch, per case.`);
  const taxName = ["", "default"].includes(plain(taxWord))
    ? null
    : (taxNames.find((name) => plain(name) === plain(taxWord)) ?? null);
  if (!taxName && !["", "default"].includes(plain(taxWord))) errors.push(`Tax: the lab has no tax “${taxWord}”.`);
  const amounts = priceFields.pick({ price: true, rushSurchargePercent: true }).safeParse({
    price,
    rushSurchargePercent: rush.replace(/\s*%$/, "").replace(/^\+/, "") || "0",
  });
  const wrong = (field: string) => amounts.error?.issues.find(({ path }) => path[0] === field)?.message;
  if (wrong("price")) errors.push(`Price: ${wrong("price")}`);
  if (wrong("rushSurchargePercent")) errors.push(`Rush %: ${wrong("rushSurchargePercent")}`);
  if (errors.length > 0 || !procedureType || !per || !amounts.success) return { line, price: null, errors };
  return { line, price: { procedureType, material, per, taxName, ...twoPlaces(amounts.data) }, errors };
}

/** "95" as "95.00", so that a price in a file equals the same price in the list. */
function twoPlaces<Amounts extends Record<string, string>>(amounts: Amounts): Amounts {
  const padded = Object.entries(amounts).map(([key, value]) => {
    const [whole = "0", part = ""] = value.split(".");
    return [key, `${BigInt(whole)}.${part.padEnd(2, "0")}`];
  });
  return Object.fromEntries(padded) as Amounts;
}
