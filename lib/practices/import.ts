import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { type FieldErrors, invalid, Refusal } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { announce } from "@/lib/outbox/outbox";
import { mappingFault } from "./import-columns";
import { readPractices, readTable } from "./import-file";
import type { ImportedPractice, RowOutcome } from "./import-row";
import { codeOf, lockPracticeCodes, nextCodeNumber } from "./load";
import type { importFileSchema } from "./schema";

type FileInput = z.output<typeof importFileSchema>;
/** Why a row adds nothing: a practice of its name and postcode exists, or stands further up in the file. */
export type Duplicate = { line: number; name: string; postcode: string; of: "existing" | "file" };
export type ImportResult = { rows: number; imported: number; duplicates: Duplicate[] };

const MOST_NAMED = 100;

/** Which rows of a file would add nothing. Nothing is written. `errors` counts the rows that cannot be read. */
export async function checkImport(
  { tx }: Context,
  input: FileInput,
): Promise<{ rows: number; errors: number; duplicates: Duplicate[] }> {
  const outcomes = read(input);
  const good = outcomes.filter((row) => row.practice !== null);
  return {
    rows: outcomes.length,
    errors: outcomes.length - good.length,
    duplicates: await duplicatesAmong(tx, good),
  };
}

/**
 * Adds the practices of a CSV file to the lab, all of them or none: one row that cannot be read refuses the whole file (`rows_invalid`,
 * each named by its line). Rows whose name and postcode exist already, in the lab or further up in the file, are left out and answered
 * as duplicates, so importing a file twice changes nothing. Codes are given out as P-0001 … where the file has none.
 * Refuses with `practice_code_taken` when a code of the file is in use.
 */
export async function importPractices({ tx }: Context, input: FileInput): Promise<ImportResult> {
  const outcomes = read(input);
  refuseFaults(outcomes);
  await lockPracticeCodes(tx);
  const duplicates = await duplicatesAmong(tx, outcomes);
  const left = new Set(duplicates.map((row) => row.line));
  const practices = outcomes.filter((row) => !left.has(row.line)).map((row) => row.practice as ImportedPractice);
  await insert(tx, practices);
  if (practices.length > 0) await announce(tx, ["practices"]);
  return { rows: outcomes.length, imported: practices.length, duplicates };
}

function read({ csv, mapping }: FileInput): RowOutcome[] {
  const table = readTable(csv);
  if ("fault" in table) throw invalid("csv", table.fault);
  if (mapping.length !== table.headers.length)
    throw invalid("mapping", "The columns do not match the file. Choose it again.");
  const fault = mappingFault(mapping);
  if (fault) throw invalid("mapping", fault);
  return readPractices(table, mapping);
}

function refuseFaults(outcomes: RowOutcome[]): void {
  const bad = outcomes.filter((row) => row.errors.length > 0);
  if (bad.length === 0) return;
  const errors: FieldErrors = {
    "": [`Nothing was imported: ${bad.length} of ${outcomes.length} rows cannot be read. Correct them and try again.`],
  };
  for (const row of bad.slice(0, MOST_NAMED))
    errors[`rows.${row.line}`] = row.errors.map((error) => `Line ${row.line}${row.name && ` (${row.name})`}: ${error}`);
  throw new Refusal("invalid", errors[""]?.[0] as string, "rows_invalid", errors);
}

async function duplicatesAmong(tx: Transaction, rows: RowOutcome[]): Promise<Duplicate[]> {
  const incoming = rows.map(({ line, name, postcode }) => ({ line, name, postcode }));
  return tx.rows<Duplicate>(sql`
    WITH incoming AS (
      SELECT line, name, postcode, lower(name) AS same_name, upper(replace(postcode, ' ', '')) AS same_postcode,
        row_number() OVER (PARTITION BY lower(name), upper(replace(postcode, ' ', '')) ORDER BY line) AS nth
      FROM jsonb_to_recordset(${JSON.stringify(incoming)}::jsonb) x(line int, name text, postcode text)),
    living AS MATERIALIZED (SELECT lower(name) AS same_name, upper(replace(postcode, ' ', '')) AS same_postcode FROM practices)
    SELECT i.line, i.name, i.postcode, CASE WHEN l.same_name IS NULL THEN 'file' ELSE 'existing' END AS of
    FROM incoming i LEFT JOIN living l USING (same_name, same_postcode)
    WHERE l.same_name IS NOT NULL OR i.nth > 1 ORDER BY i.line`);
}

async function insert(tx: Transaction, practices: ImportedPractice[]): Promise<void> {
  let number = await nextCodeNumber(tx);
  const rows = practices.map((practice) => ({ ...practice, code: practice.code ?? codeOf(number++) }));
  await tx.execute(sql`
    INSERT INTO practices (code, name, address_line1, address_line2, city, postcode, country, phone, email, latitude, longitude, opening_hours)
    SELECT x.code, x.name, x."addressLine1", x."addressLine2", x.city, x.postcode, l.country, x.phone, x.email, x.latitude, x.longitude,
      x."openingHours"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) x(code text, name text, "addressLine1" text, "addressLine2" text,
      city text, postcode text, phone text, email text, latitude numeric, longitude numeric, "openingHours" jsonb),
      labs l WHERE l.id = app_lab_id()`);
}
