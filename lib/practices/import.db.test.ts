import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import { Refusal } from "@/lib/access/errors";
import { asActor } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { checkImport, importPractices } from "./import";
import { mapHeaders } from "./import-columns";
import { readTable } from "./import-file";

const db = useDatabase();
const csv = readFileSync(path.resolve("e2e/data/practices-glasgow.csv"), "utf8");

function fileOf(text: string) {
  const table = readTable(text);
  if ("fault" in table) throw new Error(table.fault);
  return { csv: text, mapping: mapHeaders(table.headers) };
}

const build = async () => {
  const client = await db.ownerPool.connect();
  try {
    return await buildLab(client);
  } finally {
    client.release();
  }
};
const count = (lab: BuiltLab) =>
  asActor(lab.actors.staff, (tx) => tx.row<{ n: number }>(sql`SELECT count(*) AS n FROM practices`)).then(
    (row) => row?.n,
  );
const send = (lab: BuiltLab, text: string) =>
  asActor(lab.actors.staff, (tx) => importPractices({ actor: lab.actors.staff, tx }, fileOf(text)));

let lab: BuiltLab;
beforeAll(async () => {
  lab = await build();
});

it("names every row that cannot be read and imports nothing", async () => {
  const broken = csv.replace("43 Parnie Street", "").replace("G11 5HD", "");
  const refusal = await send(lab, broken).catch((thrown: unknown) => thrown);
  expect(refusal).toBeInstanceOf(Refusal);
  expect(refusal).toMatchObject({ reason: "rows_invalid", code: "invalid" });
  expect(Object.keys((refusal as Refusal).fieldErrors ?? {})).toEqual(["", "rows.3", "rows.4"]);
  expect((refusal as Refusal).fieldErrors?.["rows.3"]?.[0]).toMatch(
    /Line 3 \(Parnie Street Dental Practice\): The address/,
  );
  expect(await count(lab)).toBe(1);
});

it("imports all 273 practices, and a second time none of them", async () => {
  expect(await send(lab, csv)).toEqual({ rows: 273, imported: 273, duplicates: [] });
  expect(await count(lab)).toBe(274);
  const codes = await asActor(lab.actors.staff, (tx) =>
    tx.row(
      sql`SELECT min(code) AS first, max(code) AS last, count(DISTINCT code) AS different FROM practices WHERE code LIKE 'P-%'`,
    ),
  );
  expect(codes).toEqual({ first: "P-0001", last: "P-0273", different: 273 });

  const check = await asActor(lab.actors.staff, (tx) => checkImport({ actor: lab.actors.staff, tx }, fileOf(csv)));
  expect(check).toMatchObject({ rows: 273, errors: 0 });
  expect(check.duplicates).toHaveLength(273);

  const again = await send(lab, csv);
  expect(again).toMatchObject({ rows: 273, imported: 0 });
  expect(again.duplicates.every((row) => row.of === "existing")).toBe(true);
  expect(await count(lab)).toBe(274);
});

it("keeps hours and place as the file gives them", async () => {
  const row = await asActor(lab.actors.staff, (tx) =>
    tx.row(
      sql`SELECT opening_hours AS hours, latitude, longitude, city, country FROM practices WHERE name = 'Glasgow South Dental Care'`,
    ),
  );
  expect(row).toMatchObject({
    hours: { monday: [["08:30", "17:30"]], tuesday: [["08:30", "19:30"]] },
    latitude: "55.828590",
    longitude: "-4.282951",
    city: "Glasgow",
    country: "GB",
  });
});

it("leaves out the second of two alike in one file, whatever their case and spaces", async () => {
  const other = await build();
  const result = await send(
    other,
    "name,address,postcode\nAlpha,1 A St,G1 1AB\nALPHA,2 B St,g11ab\nBeta,3 C St,G1 1AB\n",
  );
  expect(result).toEqual({
    rows: 3,
    imported: 2,
    duplicates: [{ line: 3, name: "ALPHA", postcode: "G11AB", of: "file" }],
  });
});

it("imports each practice once when two people send the file at the same moment", async () => {
  const other = await build();
  const results = await Promise.all([send(other, csv), send(other, csv)]);
  expect(results.map((result) => result.imported).sort((a, b) => a - b)).toEqual([0, 273]);
  expect(await count(other)).toBe(274);
});
