import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useDatabase } from "@/lib/db/testing";
import { listPrices, readSupplier } from "../suppliers/queries";
import { archiveSupplier, saveSupplier } from "../suppliers/save-supplier";
import { setSupplierPrice } from "../suppliers/set-price";
import { reasonOf, Store } from "../testing";
import { itemFilterSchema } from "./list-filter";
import { listItems, sumStock } from "./list-items";
import { archiveLocation } from "./locations";
import { readItem } from "./read-item";
import { archiveItem, restoreItem, saveItem } from "./save-item";
import { itemSchema } from "./schema";
import { listToOrder } from "./to-order";

const database = useDatabase();
const TODAY = "2026-11-21";
let store: Store;
beforeAll(async () => {
  store = await Store.open(await database.ownerPool.connect());
});
afterAll(() => store.owner.release());

const supplier = async (name: string, marks: [number | null, number | null] = [null, null]) =>
  (
    await store.staff((context) =>
      saveSupplier(context, {
        ...{
          supplierId: null,
          version: null,
          name: `${name} ${randomUUID()}`,
          contactName: null,
          email: null,
          phone: null,
        },
        ...{ website: null, address: null, leadTimeDays: null, notes: null },
        ratings: { quality: marks[0], delivery: marks[1], price: null, service: null },
      }),
    )
  ).supplierId;
const price = (supplierId: string, itemId: string, unitPrice: string, validFrom: string, packSize = "1") =>
  store.staff((context) =>
    setSupplierPrice(context, {
      supplierId,
      itemId,
      unitPrice,
      packSize,
      validFrom,
      validUntil: null,
      orderCode: null,
    }),
  );
const list = (address: Record<string, string>) =>
  store.staff(({ tx }) => listItems(tx, itemFilterSchema.parse(address), TODAY));

describe("the stock list", () => {
  it("pages by key through every order, on and back, with nothing twice and nothing left out", async () => {
    await store.owner.query(
      `INSERT INTO inventory_items (sku, name, category, unit, notes) SELECT 'PG-' || n, 'Paged ' || n % 7, 'tools', 'piece', 'paged' FROM generate_series(1, 120) n`,
    );
    for (const sort of ["name", "-name", "sku", "-onHand", "value"]) {
      const seen: string[] = [];
      let page = await list({ category: "tools", sort });
      const first = page.items.map(({ id }) => id);
      for (;;) {
        seen.push(...page.items.map(({ id }) => id));
        if (!page.older) break;
        page = await list({ category: "tools", sort, after: page.older });
      }
      expect([seen.length, new Set(seen).size]).toEqual([120, 120]);
      const second = await list({
        category: "tools",
        sort,
        after: (await list({ category: "tools", sort })).older ?? "",
      });
      const back = await list({ category: "tools", sort, before: second.newer ?? "" });
      expect(back.items.map(({ id }) => id)).toEqual(first);
    }
  });

  it("finds by name, code, barcode number and lot, in its own lab alone", async () => {
    const itemId = await store.item();
    const lotId = await store.lot(itemId, "1");
    await store.owner.query("UPDATE inventory_items SET gtin = '00036000291452', name = 'Größe Öpaker' WHERE id = $1", [
      itemId,
    ]);
    const { number } = await store.one<{ number: string }>("SELECT number FROM lots WHERE id = $1", [lotId]);
    for (const q of ["opaker grosse", "0003600029145", number])
      expect((await list({ q })).items.map(({ id }) => id)).toEqual([itemId]);
    const other = await Store.open(await database.ownerPool.connect());
    const foreign = await other.staff(({ tx }) => listItems(tx, itemFilterSchema.parse({ q: "opaker" }), TODAY));
    other.owner.release();
    expect(foreign.items).toEqual([]);
  });

  it("narrows to what is to be ordered, what expires, and what was put away", async () => {
    const [low, expiring] = [await store.item("5"), await store.item()];
    await store.lot(low, "5");
    await store.lot(expiring, "2", "1", "2026-12-01");
    expect((await list({ show: "low" })).items.map(({ id }) => id)).toContain(low);
    expect((await list({ show: "expiring" })).items.map(({ id }) => id)).toEqual([expiring]);
    expect(await store.staff(({ tx }) => sumStock(tx, TODAY))).toMatchObject({ expiring: 1 });
    const empty = await store.item();
    await store.staff((context) => archiveItem(context, { itemId: empty, version: 0 }));
    expect((await list({ show: "archived" })).items.map(({ id }) => id)).toEqual([empty]);
    await store.staff((context) => restoreItem(context, { itemId: empty }));
    expect((await list({ show: "archived" })).items).toEqual([]);
  });
});

describe("an item", () => {
  const fields = { sku: "Q-1", name: "Q", category: "tools", unit: "piece", gtin: "", supplierId: "", locationId: "" };
  const input = (more: object) =>
    itemSchema.parse({
      ...fields,
      itemId: null,
      version: null,
      reorderPoint: "1,5",
      reorderQuantity: "",
      unitCost: "2",
      notes: "",
      ...more,
    });

  it("keeps its unit once something was booked, and is not put away while something is there", async () => {
    const { itemId } = await store.staff((context) => saveItem(context, input({})));
    await store.lot(itemId, "2", "3");
    const save = (more: object) =>
      reasonOf(store.staff((context) => saveItem(context, input({ itemId, version: 0, ...more }))));
    expect(await save({ unit: "box" })).toBe("invalid");
    expect(await save({ name: "Q2" })).toBe("done");
    expect(await save({ name: "Q3" })).toBe("stale");
    expect(await store.staff(({ tx }) => readItem(tx, itemId))).toMatchObject({
      name: "Q2",
      reorderPoint: "1.5",
      value: "6.00",
      version: 1,
    });
    expect(await reasonOf(store.staff((context) => archiveItem(context, { itemId, version: 1 })))).toBe("stock_left");
    expect(await reasonOf(store.staff((context) => saveItem(context, input({}))))).toBe("item_code_taken");
    expect(await reasonOf(store.staff((context) => archiveLocation(context, { locationId: store.locationId })))).toBe(
      "location_in_use",
    );
  });

  it("refuses a barcode number whose check digit is wrong", () => {
    expect(itemSchema.safeParse({ ...input({}), gtin: "4012345678902", reorderQuantity: "", notes: "" }).success).toBe(
      false,
    );
  });
});

describe("suppliers", () => {
  it("are rated by the mean of what was rated", async () => {
    const id = await supplier("Rated", [5, 2]);
    expect(await store.staff(({ tx }) => readSupplier(tx, id))).toMatchObject({
      rating: "3.50",
      ratings: { quality: 5, price: null },
    });
  });

  it("have prices by day: a new one ends the one before, and the lowest of those that hold is the best", async () => {
    const itemId = await store.item();
    const [dear, cheap] = [await supplier("Dear"), await supplier("Cheap")];
    await price(dear, itemId, "8", "2026-01-01");
    await price(dear, itemId, "10", "2026-06-01");
    await price(cheap, itemId, "9", "2026-01-01");
    await price(cheap, itemId, "1", "2027-01-01");
    const prices = await store.staff(({ tx }) => listPrices(tx, { itemId }, TODAY));
    expect(prices.map(({ unitPrice, state, isBest, validUntil }) => [unitPrice, state, isBest, validUntil])).toEqual([
      ["9.0000", "now", true, "2026-12-31"],
      ["10.0000", "now", false, null],
      ["1.0000", "to_come", false, null],
      ["8.0000", "past", false, "2026-05-31"],
    ]);
    expect(await reasonOf(price(cheap, itemId, "2", "2027-01-01"))).toBe("price_exists");
  });

  it("are ordered from in whole packs: the item's own supplier, else the cheapest", async () => {
    const itemId = await store.item("10");
    await store.lot(itemId, "3");
    const [dear, cheap] = [await supplier("Dear"), await supplier("Cheap")];
    await price(dear, itemId, "4", "2026-01-01", "6");
    await price(cheap, itemId, "2.5", "2026-01-01", "5");
    const order = async () =>
      (await store.staff(({ tx }) => listToOrder(tx, TODAY)))
        .flatMap(({ supplierId, lines }) => lines.map((line) => ({ ...line, supplierId })))
        .find((line) => line.itemId === itemId);
    expect(await order()).toMatchObject({ supplierId: cheap, quantity: "20", unitPrice: "2.5000", total: "50.00" });
    await store.owner.query("UPDATE inventory_items SET supplier_id = $1, reorder_quantity = 7 WHERE id = $2", [
      dear,
      itemId,
    ]);
    expect(await order()).toMatchObject({ supplierId: dear, quantity: "12", total: "48.00" });
    await store.staff((context) => archiveSupplier(context, { supplierId: dear, version: 0 }));
    expect(await order()).toMatchObject({ supplierId: cheap });
  });
});
