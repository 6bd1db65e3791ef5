import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useDatabase } from "@/lib/db/testing";
import { reasonOf, Store } from "../testing";
import { moveStock } from "./move-stock";

const database = useDatabase();
let store: Store;
beforeAll(async () => {
  store = await Store.open(await database.ownerPool.connect());
});
afterAll(() => store.owner.release());

/** A sequence of figures that is the same in every run. */
function figures(seed: number) {
  let state = seed;
  return (most: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % most;
  };
}

describe("moving stock", () => {
  it("never takes more than is there, however many take at once", async () => {
    const itemId = await store.item();
    const lotId = await store.lot(itemId, "20");
    const taken = await Promise.allSettled(
      Array.from({ length: 64 }, () =>
        store.staff((context) => moveStock(context, { itemId, lotId, type: "out", quantity: "-1" })),
      ),
    );
    expect(taken.filter((one) => one.status === "fulfilled")).toHaveLength(20);
    const reasons = new Set(
      taken.flatMap((one) => (one.status === "rejected" ? [(one.reason as { reason?: string }).reason] : [])),
    );
    expect([...reasons]).toEqual(["not_enough"]);
    expect(await store.books(itemId)).toEqual({ onHand: "0", value: "0", ledger: "0", worth: "0", lots: "0" });
  });

  it("is kept by the database too, past the capability", async () => {
    const itemId = await store.item();
    const lotId = await store.lot(itemId, "5");
    const taken = await Promise.allSettled(
      Array.from({ length: 64 }, () =>
        database.ownerPool.query(
          "INSERT INTO inventory_transactions (lab_id, inventory_item_id, lot_id, type, quantity, recorded_by_id) VALUES ($1, $2, $3, 'out', -1, $4)",
          [store.lab.id, itemId, lotId, store.lab.actors.staff.userId],
        ),
      ),
    );
    expect(taken.filter((one) => one.status === "fulfilled")).toHaveLength(5);
    expect((await store.books(itemId)).onHand).toBe("0");
  });

  it.each([1, 2, 3])("keeps on hand and value equal to the ledger after random movements (%i)", async (seed) => {
    const next = figures(seed * 7919);
    const itemId = await store.item("0", "3.33");
    const lots = [await store.lot(itemId, "10", "12.5001"), await store.lot(itemId, "0.125", "0.0333"), null];
    const moves = Array.from({ length: 40 }, () => {
      const type = (["in", "out", "adjustment", "damage", "write_off"] as const)[next(5)] ?? "in";
      const amount = `${next(6)}.${String(next(1000)).padStart(3, "0")}`;
      const sign = type === "in" || (type === "adjustment" && next(2) === 0) ? "" : "-";
      return { lotId: lots[next(3)] ?? null, type, quantity: sign + (Number(amount) === 0 ? "1" : amount) };
    });
    const half = moves.length / 2;
    const done = await Promise.all(
      moves.slice(0, half).map((move) => reasonOf(store.staff((context) => moveStock(context, { itemId, ...move })))),
    );
    for (const move of moves.slice(half))
      done.push(await reasonOf(store.staff((context) => moveStock(context, { itemId, ...move }))));
    expect(done).toContain("done");
    expect(done.filter((answer) => answer !== "done" && answer !== "not_enough")).toEqual([]);
    const books = await store.books(itemId);
    expect([books.onHand, books.value]).toEqual([books.ledger, books.worth]);
    expect(books.lots).toBe(books.value);
    expect(Number(books.onHand)).toBeGreaterThanOrEqual(0);
  });

  it("takes no cost but its own into a lot that holds something", async () => {
    const itemId = await store.item();
    const lotId = await store.lot(itemId, "5", "10.00");
    const more = store.staff((context) =>
      moveStock(context, { itemId, lotId, type: "in", quantity: "5", unitCost: "11.00" }),
    );
    expect(await reasonOf(more)).toBe("cost_of_another_lot");
  });

  it("tells those who manage stock once for each fall to the reorder point", async () => {
    const itemId = await store.item("5");
    const lotId = await store.lot(itemId, "8");
    const move = (type: "in" | "out", quantity: string) =>
      store.staff((context) => moveStock(context, { itemId, lotId, type, quantity }));
    const told = async () =>
      (
        await store.one<{ n: number }>(
          "SELECT count(*)::int AS n FROM outbox WHERE topic = 'notify' AND payload #>> '{notice,href}' = $1",
          [`/inventory/items/${itemId}`],
        )
      ).n;
    await move("out", "-2");
    expect(await told()).toBe(0);
    await move("out", "-1");
    await move("out", "-1");
    expect(await told()).toBe(1);
    await move("in", "4");
    await move("out", "-4");
    expect(await told()).toBe(2);
  });

  it("moves nothing of another lab, and no lot of another item", async () => {
    const other = await Store.open(await database.ownerPool.connect());
    const itemId = await other.item();
    const lotId = await other.lot(itemId, "5");
    other.owner.release();
    const mine = await store.item();
    await store.owner.query("SELECT set_config('app.lab_id', $1, false)", [store.lab.id]);
    const take = (item: string, lot: string) =>
      store.staff((context) => moveStock(context, { itemId: item, lotId: lot, type: "out", quantity: "-1" }));
    expect([await reasonOf(take(itemId, lotId)), await reasonOf(take(mine, lotId))]).toEqual([
      "not_found",
      "not_found",
    ]);
  });
});
