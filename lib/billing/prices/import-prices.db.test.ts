import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { asRefusal } from "@/lib/db/refusals";
import { useDatabase } from "@/lib/db/testing";
import type { Transaction } from "@/lib/db/transaction";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { listPriceLists, listPrices } from "../price-lists";
import { exportPrices } from "./export-prices";
import { importPrices, previewPrices } from "./import-prices";
import { pricesCsv, readPrices } from "./price-csv";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let list: { id: string; version: number };

beforeAll(async () => {
  owner = await db.ownerPool.connect();
});
afterAll(() => owner.release());
beforeEach(async () => {
  lab = await buildLab(owner);
  const [standard] = await as((tx) => listPriceLists(tx));
  if (!standard) throw new Error("no list");
  list = { id: standard.id, version: standard.version };
});

const as = <T>(work: (tx: Transaction) => Promise<T>) => asActor(lab.actors.manager, work);
const input = (csv: string, replaces = false) => ({ priceListId: list.id, version: list.version, csv, replaces });
const take = (csv: string, replaces = false) =>
  as((tx) => importPrices({ actor: lab.actors.manager, tx }, input(csv, replaces)));
const look = (csv: string) => as((tx) => previewPrices({ actor: lab.actors.manager, tx }, input(csv)));
const prices = () => as((tx) => listPrices(tx, list.id));
const refusal = (work: Promise<unknown>) => work.then(() => null, asRefusal);

describe("a file of prices", () => {
  it("comes back as it went out, and then changes nothing", async () => {
    const { csv, name } = await as((tx) => exportPrices(tx, list.id));
    expect(name).toBe("prices-standard.csv");
    const { counts, removed } = await look(csv);
    expect([counts, removed]).toEqual([{ add: 0, change: 0, keep: 21, wrong: 0 }, []]);
  });

  it("adds and changes, and takes off what it leaves out only when told to", async () => {
    const file = "For;Material;Charged;Price;Rush %;Tax\nCrown;;per unit;99,5;+20 %;VAT\nmodels;wax;arch;12;;default\n";
    const { counts, removed } = await look(file);
    expect([counts, removed.length]).toEqual([{ add: 1, change: 1, keep: 0, wrong: 0 }, 20]);
    expect(await take(file)).toEqual({ added: 1, changed: 1, removed: 0 });
    const now = await prices();
    expect(now).toHaveLength(22);
    const crown = now.find((price) => price.procedureType === "crowns" && price.material === null);
    expect([crown?.price, crown?.rushSurchargePercent, crown?.taxName]).toEqual(["99.50", "20.00", "VAT"]);
    list.version += 1;
    expect(await take(file, true)).toEqual({ added: 0, changed: 0, removed: 20 });
    expect(await prices()).toHaveLength(2);
  });

  it("leaves alone what it has no column for", async () => {
    await take("For,Price\nCrown,99\nBridge,92\n");
    const [bridge] = await prices();
    const crown = (await prices()).find((price) => price.procedureType === "crowns" && price.material === null);
    expect([crown?.price, crown?.rushSurchargePercent, crown?.per]).toEqual(["99.00", "35.00", "unit"]);
    expect([bridge?.procedureType, bridge?.rushSurchargePercent, bridge?.version]).toEqual(["bridges", "35.00", 1]);
  });

  it("is refused whole when one row is wrong, or the list changed since it was read", async () => {
    const before = await prices();
    const wrong = await refusal(take("For,Price\nCrown,99\nBridge,-1\n"));
    expect(wrong?.fieldErrors?.csv?.[0]).toBe("1 row is wrong. Nothing was imported.");
    expect(await prices()).toEqual(before);
    await owner.query("UPDATE price_lists SET name = 'Other' WHERE id = $1", [list.id]);
    expect((await refusal(take("For,Price\nCrown,99\n")))?.reason).toBe("stale");
    expect(await prices()).toEqual(before);
  });

  it("of another lab's list is not there", async () => {
    const other = await buildLab(owner);
    const theirs = asActor(other.actors.manager, (tx) =>
      importPrices({ actor: other.actors.manager, tx }, input("For,Price\nCrown,99\n")),
    );
    expect((await refusal(theirs))?.code).toBe("not_found");
    const read = asActor(other.actors.manager, (tx) => exportPrices(tx, list.id));
    expect((await refusal(read))?.code).toBe("not_found");
  });
});

describe("reading a file of prices", () => {
  test.each([
    ["Tooth,95", "For: “Tooth” is nothing this lab makes."],
    [",95", "For: empty."],
    ["Crown,", "Price: Write a number with at most two decimals, such as 12.50."],
    ["Crown,-5", "Price: Write a number with at most two decimals, such as 12.50."],
    ["Crown,1.234", "Price: Write a number with at most two decimals, such as 12.50."],
    ["Crown,10000000", "Price: This is too large."],
    ["Crown,95,Gold", "Material: “Gold” is not known."],
    ["Crown,95,,per tooth", "Charged: “per tooth” is none of per unit, per arch, per case."],
    ["Crown,95,,,600", "Rush %: At most 500."],
    ["Crown,95,,,,GST", "Tax: the lab has no tax “GST”."],
    ["Crown,95,,,,,more", "The row has more columns than the header."],
  ])("%s: %s", (row, error) => {
    const read = readPrices(`For,Price,Material,Charged,Rush %,Tax\n${row}\n`, ["VAT"]);
    expect("rows" in read && read.rows).toEqual([{ line: 2, price: null, errors: [error] }]);
  });

  it("names the line that has a price already", () => {
    const read = readPrices("For,Price\nCrown,1\n\nCrown,2\n", []);
    expect("rows" in read && read.rows.map(({ line, errors }) => [line, errors.length])).toEqual([
      [2, 0],
      [4, 1],
    ]);
  });

  test.each([
    ["Procedure,Amount\nCrown,95", "The first line needs a column “For” and one “Price”."],
    ["For,Price\n", "This file has a header but no prices."],
    ['For,Price\n"Crown,95', "A quotation mark is not closed."],
    [`For,Price\n${"Crown,95\n".repeat(1001)}`, "This file has 1001 rows; at most 1000 fit."],
  ])("is no table: %#", (csv, fault) => expect(readPrices(csv, [])).toEqual({ fault }));

  it("keeps a tax's name from being run as a formula", () => {
    const price = {
      procedureType: "crowns",
      material: null,
      per: "unit",
      price: "1.00",
      rushSurchargePercent: "0.00",
    } as const;
    const csv = pricesCsv([{ ...price, taxName: "=cmd()" }]);
    expect(csv).toContain(",'=cmd()");
    const read = readPrices(csv, ["=cmd()"]);
    expect("rows" in read && read.rows[0]?.price?.taxName).toBe("=cmd()");
  });
});
