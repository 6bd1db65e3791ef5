import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useDatabase } from "@/lib/db/testing";
import { correctStock } from "../ledger/correct-stock";
import { takeOut } from "../ledger/take-out";
import { undoMovements } from "../ledger/undo-movements";
import { reasonOf, Store } from "../testing";
import { tellOfExpiring } from "./expiring";
import { lookUpCode } from "./look-up-code";
import { receiveDelivery } from "./receive-delivery";

const database = useDatabase();
let store: Store;
beforeAll(async () => {
  store = await Store.open(await database.ownerPool.connect());
});
afterAll(() => store.owner.release());

const line = (
  itemId: string,
  more: { lotNumber?: string; quantity?: string; unitCost?: string; expiresOn?: string } = {},
) => ({
  ...{ itemId, lotNumber: "A1", quantity: "10", unitCost: "12.00", expiresOn: null, locationId: null },
  ...more,
});
const receive = (...lines: ReturnType<typeof line>[]) =>
  store.staff((context) => receiveDelivery(context, { supplierId: null, lines, idempotencyKey: randomUUID() }));
const undo = (...transactionIds: string[]) =>
  store.staff((context) => undoMovements(context, { transactionIds, idempotencyKey: randomUUID() }));

describe("receiving a delivery", () => {
  it("books several lines at once, each into its lot, and answers in their order", async () => {
    const [first, second] = [await store.item(), await store.item()];
    const lots = await receive(line(second), line(first, { lotNumber: "B2" }), line(second, { quantity: "5" }));
    expect(lots.map(({ lotNumber }) => lotNumber)).toEqual(["A1", "B2", "A1"]);
    expect(lots[0]?.lotId).toBe(lots[2]?.lotId);
    expect(await store.books(second)).toMatchObject({ onHand: "15", value: "180", worth: "180", lots: "180" });
  });

  it("gives a lot that comes at another cost one cost, the mean of both", async () => {
    const itemId = await store.item();
    await receive(line(itemId, { quantity: "10", unitCost: "12.00" }));
    await receive(line(itemId, { quantity: "5", unitCost: "15.00" }));
    expect(await store.books(itemId)).toEqual({ onHand: "15", value: "195", ledger: "15", worth: "195", lots: "195" });
    const item = await store.one<{ cost: string }>(
      "SELECT unit_cost::text AS cost FROM inventory_items WHERE id = $1",
      [itemId],
    );
    expect(item.cost).toBe("15.00");
  });

  it("wants a lot number for materials, and the expiry that the lot has", async () => {
    const itemId = await store.item();
    expect(await reasonOf(receive(line(itemId, { lotNumber: "" })))).toBe("invalid");
    await receive(line(itemId, { expiresOn: "2028-01-31" }));
    expect(await reasonOf(receive(line(itemId, { expiresOn: "2029-01-31" })))).toBe("invalid");
    await store.owner.query("UPDATE inventory_items SET category = 'supplies' WHERE id = $1", [itemId]);
    const [loose] = await receive(line(itemId, { lotNumber: "" }));
    expect(loose?.lotNumber).toBe("No number");
  });

  it("makes one lot of two deliveries of it at the same time", async () => {
    const itemId = await store.item();
    await Promise.all(Array.from({ length: 12 }, () => receive(line(itemId, { quantity: "1" }))));
    const { n } = await store.one<{ n: number }>("SELECT count(*)::int AS n FROM lots WHERE inventory_item_id = $1", [
      itemId,
    ]);
    expect([n, (await store.books(itemId)).onHand]).toEqual([1, "12"]);
  });
});

describe("what was booked", () => {
  it("is taken back once by a counter-entry, as long as it is there", async () => {
    const itemId = await store.item();
    const [lot] = await receive(line(itemId));
    const { lotId, transactionId } = lot as { lotId: string; transactionId: string };
    const out = { itemId, lotId, type: "damage" as const, quantity: "4", reason: "Dropped" };
    const damage = await store.staff((context) =>
      takeOut(context, { ...out, departmentId: null, locationId: null, idempotencyKey: randomUUID() }),
    );
    expect(await reasonOf(undo(transactionId))).toBe("not_enough");
    const answers = await Promise.all([1, 2, 3].map(() => reasonOf(undo(damage.transactionId))));
    expect(answers.toSorted()).toEqual(["already_undone", "already_undone", "done"]);
    await undo(transactionId);
    expect(await store.books(itemId)).toMatchObject({ onHand: "0", value: "0" });
    const { id } = await store.one<{ id: string }>("SELECT id FROM inventory_transactions WHERE reverses_id = $1", [
      transactionId,
    ]);
    expect(await reasonOf(undo(id))).toBe("undo_of_undo");
  });

  it("is corrected to what is there, unless it moved since the person looked", async () => {
    const itemId = await store.item();
    const lotId = await store.lot(itemId, "10");
    const correct = (seen: string, there: string) =>
      store.staff((context) =>
        correctStock(context, {
          itemId,
          lotId,
          locationId: null,
          seen,
          there,
          reason: "Found",
          idempotencyKey: randomUUID(),
        }),
      );
    expect((await correct("10", "7.5")).onHand).toBe("7.5");
    expect([await reasonOf(correct("10", "8")), await reasonOf(correct("7.5", "7.5"))]).toEqual(["stale", "invalid"]);
  });
});

describe("a scanned code", () => {
  it("names the item, its lot and its expiry", async () => {
    const itemId = await store.item();
    await store.owner.query("UPDATE inventory_items SET gtin = '04012345678901', sku = 'ZR-16' WHERE id = $1", [
      itemId,
    ]);
    const look = (code: string) => store.staff((context) => lookUpCode(context, { code }));
    expect(await look("01040123456789011728013110L4711")).toMatchObject({
      ...{ item: { id: itemId }, lotNumber: "L4711", expiresOn: "2028-01-31" },
    });
    expect(await look("zr-16")).toMatchObject({ item: { id: itemId }, lotNumber: null });
    expect([await reasonOf(look("96385074")), await reasonOf(look("zr-17"))]).toEqual(["code_unknown", "code_unknown"]);
  });
});

describe("lots that expire", () => {
  it("are told of 30 and 7 days before and on the day, in one notice", async () => {
    const itemId = await store.item();
    for (const day of ["2031-03-31", "2031-03-08", "2031-03-01", "2031-03-20"]) await store.lot(itemId, "1", "1", day);
    await store.lot(itemId, "0", "1", "2031-03-08");
    await store.staff((context) => tellOfExpiring(context, "2031-03-01"));
    const told = await store.owner.query(
      "SELECT payload #>> '{notice,title}' AS title FROM outbox WHERE payload #>> '{notice,key}' = 'expiring:2031-03-01' AND lab_id = $1",
      [store.lab.id],
    );
    expect(told.rows).toEqual([{ title: "3 lots expire" }]);
  });
});
