import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { asRefusal } from "@/lib/db/refusals";
import { useDatabase } from "@/lib/db/testing";
import type { Transaction } from "@/lib/db/transaction";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { listPriceLists, listPrices } from "../price-lists";
import { termsOf } from "../price-terms";
import { listsOn } from "../pricing";
import { archivePriceList, restorePriceList } from "./archive-price-list";
import { copyPriceList } from "./copy-price-list";
import { copyPriceListSchema, priceListSchema, priceSchema } from "./schema";
import { removePrice, setPrice } from "./set-price";
import { setPriceList } from "./set-price-list";
import { usersOf } from "./users-of-list";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let other: BuiltLab;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
  other = await buildLab(owner);
  lab = await buildLab(owner);
  await owner.query("SELECT set_config('app.lab_id', $1, false)", [lab.id]);
});
afterAll(() => owner.release());

const as = <T>(work: (tx: Transaction) => Promise<T>, of = lab): Promise<T> => asActor(of.actors.manager, work);
const context = (tx: Transaction) => ({ actor: lab.actors.manager, tx });
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => {
      const refusal = asRefusal(error);
      return refusal?.fieldErrors ? Object.keys(refusal.fieldErrors).join() : (refusal?.reason ?? String(error));
    },
  );
const lists = () => as((tx) => listPriceLists(tx));
const standard = async () => {
  const found = (await lists()).find(({ name }) => name === "Standard");
  if (!found) throw new Error("no standard list");
  return found;
};
const list = (change: object) => {
  const usual = {
    priceListId: null,
    version: null,
    name: "Agreed",
    currency: "GBP",
    validFrom: "2026-01-01",
    validTo: "",
  };
  return as((tx) => setPriceList(context(tx), priceListSchema.parse({ ...usual, isDefault: false, ...change })));
};
const price = (priceListId: string, change: object) => {
  const usual = { priceId: null, version: null, procedureType: "crowns", material: "", per: "unit", price: "80" };
  const input = { ...usual, rushSurchargePercent: "35", taxRateId: "", priceListId, ...change };
  return as((tx) => setPrice(context(tx), priceSchema.parse(input)));
};
const copy = (change: object) =>
  as(async (tx) => {
    const usual = {
      name: "Next",
      validFrom: "2027-01-01",
      validTo: "",
      percent: "3",
      rounding: "0.50",
      continues: true,
    };
    return copyPriceList(context(tx), copyPriceListSchema.parse({ ...usual, idempotencyKey: randomUUID(), ...change }));
  });
const listFor = (day: string) =>
  as(async (tx) => listsOn(await termsOf(tx, lab.practiceId, lab.dentistId, day), day)[0]?.id);

describe("a price list", () => {
  it("tells whoever read an older version, and of eight who write at once lets one", async () => {
    const { priceListId } = await list({});
    const writes = Array.from({ length: 8 }, (_, i) => list({ priceListId, version: 1, name: `Writer ${i}` }));
    const done = (await Promise.all(writes.map(reasonOf))).sort();
    expect(done).toEqual(["done", ...Array.from({ length: 7 }, () => "stale")]);
    expect(await reasonOf(list({ priceListId, version: null }))).toBe("stale");
  });

  it("has one currency once it has prices, and a known one", async () => {
    const { priceListId } = await list({});
    await list({ priceListId, version: 1, currency: "EUR" });
    await price(priceListId, {});
    const { version } = (await lists()).find(({ id }) => id === priceListId) ?? { version: 0 };
    expect(await reasonOf(list({ priceListId, version, currency: "GBP" }))).toBe("currency");
    expect(() => priceListSchema.parse({ currency: "XXQ" })).toThrow(/no such currency/);
  });

  it("of another lab is not there", async () => {
    const mine = await standard();
    const theirs = (tx: Transaction) => ({ actor: other.actors.manager, tx });
    const input = { priceListId: mine.id, version: mine.version };
    expect(await reasonOf(as((tx) => archivePriceList(theirs(tx), input), other))).toBe("not_found");
    const raised = {
      ...input,
      name: "Theirs",
      validFrom: "2027-01-01",
      validTo: null,
      percent: "3",
      rounding: "0.01" as const,
    };
    const stolen = as(
      (tx) => copyPriceList(theirs(tx), { ...raised, continues: false, idempotencyKey: randomUUID() }),
      other,
    );
    expect(await reasonOf(stolen)).toBe("not_found");
    const theirTax = await owner.query<{ id: string }>("SELECT id FROM tax_rates WHERE lab_id = $1", [other.id]);
    expect(
      await reasonOf(price(mine.id, { procedureType: "models", material: "wax", taxRateId: theirTax.rows[0]?.id })),
    ).toBe("taxRateId");
  });

  it("is not put away while a practice or dentist pays by it, and comes back as it was", async () => {
    const { priceListId } = await list({ name: "For one" });
    await owner.query("UPDATE practice_dentists SET price_list_id = $1 WHERE practice_id = $2", [
      priceListId,
      lab.practiceId,
    ]);
    expect((await as((tx) => usersOf(tx, priceListId))).map(({ dentist }) => dentist)).toEqual(["Dr Test"]);
    const away = () => as((tx) => archivePriceList(context(tx), { priceListId, version: 1 }));
    expect(await reasonOf(away())).toBe("price_list_in_use");
    await owner.query("UPDATE practice_dentists SET price_list_id = NULL WHERE practice_id = $1", [lab.practiceId]);
    await away();
    expect((await lists()).some(({ id }) => id === priceListId)).toBe(false);
    expect(await reasonOf(price(priceListId, {}))).toBe("not_found");
    const back = (version: number) => as((tx) => restorePriceList(context(tx), { priceListId, version }));
    expect(await reasonOf(back(1))).toBe("stale");
    await back(2);
    expect((await lists()).find(({ id }) => id === priceListId)?.name).toBe("For one");
  });
});

describe("a price", () => {
  it("tells whoever read an older version, and bumps the list's", async () => {
    const { priceListId } = await list({});
    const { priceId } = await price(priceListId, {});
    const change = { priceId, version: 1, price: "85" };
    expect(await price(priceListId, change)).toEqual({ priceId, version: 2 });
    expect(await reasonOf(price(priceListId, change))).toBe("stale");
    expect(await reasonOf(as((tx) => removePrice(context(tx), { priceId, version: 1 })))).toBe("stale");
    expect(await reasonOf(price(priceListId, {}))).toBe("price_exists");
    const { version } = (await lists()).find(({ id }) => id === priceListId) ?? { version: 0 };
    expect(version).toBe(3);
    await as((tx) => removePrice(context(tx), { priceId, version: 2 }));
    expect(await as((tx) => listPrices(tx, priceListId))).toEqual([]);
  });

  test.each(["-1", "10000000", "1.234", "1e3", "abc", "", "NaN", "99999999999999999999999"])(
    "cannot be %j",
    (amount) => {
      const input = {
        priceListId: randomUUID(),
        priceId: null,
        version: null,
        procedureType: "crowns",
        material: "",
        per: "unit",
      };
      const parsed = priceSchema.safeParse({ ...input, price: amount, rushSurchargePercent: "0", taxRateId: "" });
      expect(parsed.error?.issues.map(({ path }) => path[0])).toContain("price");
    },
  );
});

describe("next year's list", () => {
  it("goes on from this year's for whoever pays by that one, raised and rounded; archived, this year's holds on", async () => {
    const { priceListId } = await list({ name: "Two years" });
    await price(priceListId, { price: "95" });
    await owner.query("UPDATE practices SET price_list_id = $1 WHERE id = $2", [priceListId, lab.practiceId]);
    const next = await copy({ priceListId, version: 2 });
    expect((await as((tx) => listPrices(tx, next.priceListId))).map((p) => p.price)).toEqual(["98.00"]);
    expect([await listFor("2026-12-31"), await listFor("2027-01-01")]).toEqual([priceListId, next.priceListId]);
    const named = (await lists()).find(({ id }) => id === next.priceListId);
    expect([named?.follows, named?.isDefault]).toEqual(["Two years", false]);
    expect((await lists()).find(({ id }) => id === priceListId)?.validTo).toBe("2026-12-31");
    expect((await as((tx) => usersOf(tx, next.priceListId)))[0]?.agreedId).toBe(priceListId);

    expect(await reasonOf(as((tx) => archivePriceList(context(tx), { priceListId, version: 3 })))).toBe(
      "price_list_in_use",
    );
    await as((tx) => archivePriceList(context(tx), { priceListId: next.priceListId, version: 1 }));
    expect(await listFor("2027-06-01")).toBe(priceListId);
    await owner.query("UPDATE practices SET price_list_id = NULL WHERE id = $1", [lab.practiceId]);
  });

  it("of the default list is the default from its day", async () => {
    const { id, version } = await standard();
    const next = await copy({ priceListId: id, version, name: "Standard 2027" });
    expect([await listFor("2026-12-31"), await listFor("2027-01-01")]).toEqual([id, next.priceListId]);
    expect(await reasonOf(copy({ priceListId: id, version: version + 1, name: "Again" }))).toBe("validFrom");
    expect(await reasonOf(copy({ priceListId: id, version, validFrom: "2028-01-01" }))).toBe("stale");
    expect(await reasonOf(copy({ priceListId: id, version: version + 1, validFrom: "2020-01-01" }))).toBe("validFrom");
  });

  it("has no price beyond what can be kept", async () => {
    const { priceListId } = await list({ name: "Huge" });
    await price(priceListId, { price: "9999999.99" });
    expect(await reasonOf(copy({ priceListId, version: 2, percent: "1" }))).toBe("percent");
    expect(
      copyPriceListSchema.safeParse({ percent: "-91" }).error?.issues.some(({ path }) => path[0] === "percent"),
    ).toBe(true);
  });
});
