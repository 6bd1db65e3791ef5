import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useDatabase } from "@/lib/db/testing";
import { moveStock } from "../ledger/move-stock";
import { reasonOf, Store } from "../testing";
import { approveCount, cancelCount, recount, resumeCount } from "./close-count";
import { openCount } from "./open-count";
import { listLines, readCount } from "./queries";
import { countByHand, countByScan } from "./record-count";

const database = useDatabase();
let store: Store;
beforeAll(async () => {
  store = await Store.open(await database.ownerPool.connect());
});
afterAll(() => store.owner.release());

const key = () => randomUUID();

/** A place of its own with a lot of each quantity, and an open count of it. */
async function counting(...quantities: string[]) {
  const place = await store.one<{ id: string }>("INSERT INTO stock_locations (name) VALUES ($1) RETURNING id", [key()]);
  const lots: { itemId: string; lotId: string; number: string }[] = [];
  for (const quantity of quantities) {
    const itemId = await store.item("0", "10.00");
    const lotId = await store.lot(itemId, quantity, "2.50");
    await store.owner.query("UPDATE lots SET location_id = $1 WHERE id = $2", [place.id, lotId]);
    const { number } = await store.one<{ number: string }>("SELECT number FROM lots WHERE id = $1", [lotId]);
    lots.push({ itemId, lotId, number });
  }
  const input = { name: "Drawer", locationId: place.id, category: null, notes: null, idempotencyKey: key() };
  const { countId } = await store.staff((context) => openCount(context, input));
  const scan = (code: string, quantity = "1", person = store.lab.actors.technician) =>
    store.as(person, (context) => countByScan(context, { countId, code, quantity, idempotencyKey: key() }));
  const approve = async () => {
    const { difference } = await store.staff(({ tx }) => readCount(tx, countId));
    return store.manager((context) => approveCount(context, { countId, seen: difference, idempotencyKey: key() }));
  };
  const take = (lot: { itemId: string; lotId: string }, quantity: string) =>
    store.staff((context) => moveStock(context, { itemId: lot.itemId, lotId: lot.lotId, type: "out", quantity }));
  const line = async (lotId: string) => {
    const { lines } = await store.staff(({ tx }) => listLines(tx, { countId, show: null, q: "", after: null }));
    return lines.find((one) => one.lotId === lotId);
  };
  return { countId, input, lots: lots as [(typeof lots)[0], ...typeof lots], scan, approve, take, line };
}

describe("a stock-taking", () => {
  it("books the differences of what was counted, and leaves what nobody counted", async () => {
    const { countId, lots, scan, approve } = await counting("10", "4", "7");
    const [less, more] = lots;
    await scan(less.number, "8");
    await scan(more?.number ?? "", "5.5");
    expect(await store.staff(({ tx }) => readCount(tx, countId))).toMatchObject({
      ...{ lines: 3, counted: 2, differing: 2, expectedValue: "52.50" },
      ...{ gain: "3.75", loss: "5.00", difference: "-1.25" },
    });
    expect(await approve()).toEqual({ adjusted: 2, counted: 2 });
    const there: string[] = [];
    for (const lot of lots) there.push((await store.books(lot.itemId)).onHand);
    expect(there).toEqual(["8", "5.5", "7"]);
    expect(await reasonOf(approve())).toBe("count_closed");
  });

  it("takes what moved before and after the counting of a lot for no difference", async () => {
    const { lots, scan, approve, take, line } = await counting("10");
    await take(lots[0], "-2");
    await scan(lots[0].number, "8");
    await take(lots[0], "-3");
    expect(await line(lots[0].lotId)).toMatchObject({
      expected: "10",
      movedUntil: "-2",
      difference: "0",
      movedSince: "-3",
    });
    expect(await approve()).toEqual({ adjusted: 0, counted: 1 });
    expect((await store.books(lots[0].itemId)).onHand).toBe("5");
  });

  it("adds up what several people scan at the same time", async () => {
    const { lots, scan, line } = await counting("30");
    const { technician, staff, manager } = store.lab.actors;
    await Promise.all(
      Array.from({ length: 30 }, (_, i) => scan(lots[0].number, "1", [technician, staff, manager][i % 3])),
    );
    const counted = await line(lots[0].lotId);
    expect(counted).toMatchObject({ counted: "30", difference: "0" });
    expect(counted?.people).toHaveLength(3);
  });

  it("is approved once, however many approve at once", async () => {
    const { lots, scan, approve } = await counting("10");
    await scan(lots[0].number, "9");
    const answers = await Promise.all(Array.from({ length: 8 }, () => reasonOf(approve())));
    expect(answers.filter((answer) => answer === "done")).toHaveLength(1);
    expect((await store.books(lots[0].itemId)).onHand).toBe("9");
  });

  it("refuses an approval of other figures than were seen, and one that stock has run away from", async () => {
    const { countId, lots, scan, take } = await counting("10");
    await scan(lots[0].number, "4");
    const approve = (seen: string) =>
      reasonOf(store.manager((context) => approveCount(context, { countId, seen, idempotencyKey: key() })));
    expect(await approve("-12.50")).toBe("stale");
    await take(lots[0], "-6");
    expect(await approve("-15.00")).toBe("moved_too_far");
    expect((await store.books(lots[0].itemId)).onHand).toBe("4");
  });

  it("counts anew, by hand or after being set back", async () => {
    const { countId, lots, scan, line } = await counting("10");
    await scan(lots[0].number, "3");
    const { id } = (await line(lots[0].lotId)) as { id: string };
    const byHand = (quantity: string, instead: boolean) =>
      store.staff((context) => countByHand(context, { countId, lineId: id, quantity, instead, idempotencyKey: key() }));
    expect((await byHand("4", false)).counted).toBe("7");
    expect((await byHand("9", true)).counted).toBe("9");
    await store.staff((context) => recount(context, { countId, lineIds: [id] }));
    expect(await line(lots[0].lotId)).toMatchObject({ counted: null, difference: null, round: 3 });
    expect((await byHand("0", false)).counted).toBe("0");
    const kept = await store.one<{ n: number }>(
      "SELECT count(*)::int AS n FROM stock_count_entries WHERE line_id = $1",
      [id],
    );
    expect(kept.n).toBe(4);
  });

  it("adds a lot that turns up, and refuses what it cannot tell", async () => {
    const { lots, scan, line } = await counting("10");
    const itemId = await store.item();
    const elsewhere = await store.lot(itemId, "2");
    const { number } = await store.one<{ number: string }>("SELECT number FROM lots WHERE id = $1", [elsewhere]);
    expect(await scan(number)).toMatchObject({ turnedUp: true, counted: "1" });
    expect(await line(elsewhere)).toMatchObject({ expected: "0", difference: "0" });
    expect(await reasonOf(scan("NOTHING"))).toBe("code_unknown");
    await store.owner.query("UPDATE inventory_items SET gtin = '04012345678901' WHERE id = $1", [lots[0].itemId]);
    expect(await scan(`010401234567890117280131${"10"}${lots[0].number}`)).toMatchObject({ counted: "1" });
  });

  it("holds a lot in one open count at a time; a cancelled one books nothing and can go on", async () => {
    const { countId, input, lots, scan } = await counting("10");
    const again = () => reasonOf(store.staff((context) => openCount(context, input)));
    expect(await again()).toBe("being_counted");
    await scan(lots[0].number, "1");
    await store.manager((context) => cancelCount(context, { countId }));
    expect((await store.books(lots[0].itemId)).onHand).toBe("10");
    expect(await reasonOf(scan(lots[0].number))).toBe("count_closed");
    await store.manager((context) => resumeCount(context, { countId }));
    expect(await scan(lots[0].number)).toMatchObject({ counted: "2" });
    await store.manager((context) => cancelCount(context, { countId }));
    expect(await again()).toBe("done");
  });

  it("does not open where the books have nothing", async () => {
    const empty = { name: "Nothing", locationId: key(), category: null, notes: null, idempotencyKey: key() };
    expect(await reasonOf(store.staff((context) => openCount(context, empty)))).toBe("reference_missing");
    const category = { ...empty, locationId: null, category: "equipment" as const };
    expect(await reasonOf(store.staff((context) => openCount(context, category)))).toBe("nothing_to_count");
  });
});
