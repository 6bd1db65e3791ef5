import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { decodeFile } from "./decode-file";
import { mapHeaders, mappingFault } from "./import-columns";
import { type FileTable, readPractices, readTable } from "./import-file";

const bytes = readFileSync(path.resolve("e2e/data/practices-glasgow.csv"));

function tableOf(csv: string): FileTable {
  const table = readTable(csv);
  if ("fault" in table) throw new Error(table.fault);
  return table;
}

describe("the public list of practices around Glasgow", () => {
  const decoded = decodeFile(bytes);
  const table = tableOf("text" in decoded ? decoded.text : "");
  const outcomes = readPractices(table, mapHeaders(table.headers));

  it("is read without losing a row", () => {
    expect(mappingFault(mapHeaders(table.headers))).toBeNull();
    expect(outcomes).toHaveLength(273);
    expect(outcomes.filter((row) => row.errors.length > 0)).toEqual([]);
  });

  it("says which hours it had to guess", () => {
    const guessed = outcomes.filter((row) => row.notes.length > 0);
    expect(guessed.map((row) => row.notes)).toEqual([
      [expect.stringMatching(/“09:00 - 16:0” was read as 09:00–16:00/)],
    ]);
  });

  it("keeps hours, place and town", () => {
    expect(outcomes[0]?.practice).toMatchObject({
      name: "Glasgow South Dental Care",
      addressLine1: "57 Kilmarnock Road",
      addressLine2: "Shawlands",
      city: "Glasgow",
      postcode: "G41 3YR",
      latitude: "55.828590",
      longitude: "-4.282951",
      openingHours: { tuesday: [["08:30", "19:30"]], monday: [["08:30", "17:30"]] },
    });
    expect(outcomes[1]?.practice?.openingHours).toBeNull();
  });

  it("takes two spaces in a postcode for one", () => {
    expect(outcomes.filter((row) => / {2}/.test(row.postcode))).toEqual([]);
  });
});

describe("mapHeaders", () => {
  it.each([
    ["Praxisname;Straße / Hausnummer;PLZ;Ort;Telefon;Längengrad", "name addressLine1 postcode city phone longitude"],
    ["Nom;Adresse;Code postal;Ville;Téléphone;Mercredi", "name addressLine1 postcode city phone wednesday"],
    ["Nombre;Dirección;Código postal;Población;Correo electrónico", "name addressLine1 postcode city email"],
    ["Name;Name;Anything", "name - -"],
  ])("knows the columns of %s", (headers, fields) => {
    expect(
      mapHeaders(headers.split(";"))
        .map((field) => field ?? "-")
        .join(" "),
    ).toBe(fields);
  });
});

describe("readTable", () => {
  it("counts the lines of the file, also across quoted line breaks", () => {
    const table = tableOf('name,postcode\r\n"Two\r\nlines",G1\r\n\r\nThird,G2\r\n');
    expect(table.rows.map((row) => row.line)).toEqual([2, 5]);
  });

  it("reads semicolons and a byte order mark", () => {
    expect(tableOf("\uFEFFname;postcode\nA;G1").headers).toEqual(["name", "postcode"]);
  });

  it.each([
    ["", /no text/],
    ["name,postcode\n", /no rows/],
    ["just some prose\nand more", /one column/i],
    ['name,postcode\n"A,G1', /quotation mark/],
    [`name,postcode\n${"A,G1\n".repeat(5001)}`, /5001 rows/],
  ])("refuses what is no table: %#", (csv, words) => {
    expect(readTable(csv)).toEqual({ fault: expect.stringMatching(words) });
  });

  it("names a row with more columns than the header", () => {
    const table = tableOf("name,address,postcode\nA,B,G1,stray");
    expect(readPractices(table, mapHeaders(table.headers))[0]?.errors[0]).toMatch(/4 columns/);
  });
});

describe("decodeFile", () => {
  it("reads Latin-1 when the bytes are not UTF-8", () => {
    expect(decodeFile(Uint8Array.from([0x43, 0x61, 0x66, 0xe9]))).toEqual({ text: "Café", encoding: "Latin-1" });
  });

  it("drops the byte order mark of UTF-8", () => {
    expect(decodeFile(Uint8Array.from([0xef, 0xbb, 0xbf, 0x41]))).toEqual({ text: "A", encoding: "UTF-8" });
  });

  it("says what a workbook is", () => {
    expect(decodeFile(Uint8Array.from([0x50, 0x4b, 3, 4, 0]))).toEqual({ fault: expect.stringMatching(/workbook/) });
  });
});

describe("a row with faults", () => {
  const headers = "name,address,postcode,lat,lng,monday";
  const errorsOf = (row: string) => {
    const table = tableOf(`${headers}\n${row}`);
    return readPractices(table, mapHeaders(table.headers))[0]?.errors;
  };
  it.each([
    [",1 High St,G1,,,", /name is missing/],
    ["A,,G1,,,", /address is missing/],
    ["A,B,,,,", /postcode is missing/],
    ["A,B,G1,55.8,,", /one is missing/],
    ["A,B,G1,95.8,4,", /not between -90 and 90/],
    ["A,B,G1,,,half past nine", /is not a time/],
    ["A,B,G1,,,17:00 - 09:00", /ends before it starts/],
    ["A,B,G1,,,09:00 - 16:3", /is not a time/],
    [`${"x".repeat(161)},B,G1,,,`, /longer than 160/],
  ])("is named: %s", (row, words) => {
    expect(errorsOf(row)).toEqual([expect.stringMatching(words)]);
  });
});
