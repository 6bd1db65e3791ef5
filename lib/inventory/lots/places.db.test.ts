import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { useDatabase } from "@/lib/db/testing";
import { approveCount } from "../counts/close-count";
import { openCount } from "../counts/open-count";
import { listLines, readCount } from "../counts/queries";
import { countByScan } from "../counts/record-count";
import { archiveLocation, listLocations } from "../items/locations";
import { lotsOf } from "../items/read-item";
import { correctStock } from "../ledger/correct-stock";
import { takeOut } from "../ledger/take-out";
import { undoMovements } from "../ledger/undo-movements";
import { reasonOf, Store } from "../testing";
import { lotHead } from "../trace/lot-head";
import { moveLot } from "./move-lot";
import { receiveDelivery } from "./receive-delivery";

const database = useDatabase();
let store: Store;
let itemId: string;
let lotId: string;
let number: string;
let [home, bench, mill] = ["", "", ""];
const key = () => randomUUID();

beforeAll(async () => {
  store = await Store.open(await database.ownerPool.connect());
});
afterAll(() => store.owner.release());

/** Ten of a lot in places of its own, of which nothing was carried yet. */
beforeEach(async () => {
  const place = async (name: string) =>
    (
      await store.one<{ id: string }>("INSERT INTO stock_locations (name) VALUES ($1) RETURNING id", [
        `${name} ${key().slice(0, 6)}`,
      ])
    ).id;
  [home, bench, mill] = [await place("Store"), await place("Bench"), await place("Mill")];
  itemId = await store.item();
  lotId = await store.lot(itemId, "10", "2.50", "2031-05-01");
  await store.owner.query("UPDATE lots SET location_id = $1 WHERE id = $2", [home, lotId]);
  ({ number } = await store.one<{ number: string }>("SELECT number FROM lots WHERE id = $1", [lotId]));
});

const carry = (from: string | null, to: string, quantity: string | null) =>
  store.staff((context) => moveLot(context, { lotId, from, to, quantity, idempotencyKey: key() }));
const take = (quantity: string, locationId: string | null = null) =>
  store.staff((context) =>
    takeOut(context, {
      ...{ itemId, lotId, type: "damage", quantity, reason: "Broken", departmentId: null, locationId },
      idempotencyKey: key(),
    }),
  );
const undo = (id: string) =>
  store.staff((context) => undoMovements(context, { transactionIds: [id], idempotencyKey: key() }));
/** How much lies at each of the three places. */
const where = async () => {
  const [lot] = await store.staff(({ tx }) => lotsOf(tx, itemId));
  const at = (id: string) => lot?.places.find(({ locationId }) => locationId === id)?.quantity ?? "0";
  return [at(home), at(bench), at(mill)];
};

describe("a part of a lot", () => {
  it("lies at another place while lot, expiry and ledger stay what they were", async () => {
    const before = await store.books(itemId);
    expect(await carry(home, bench, "3")).toEqual({ quantity: "3" });
    await carry(home, mill, "2.5");
    expect(await where()).toEqual(["4.5", "3", "2.5"]);
    expect(await store.books(itemId)).toEqual(before);
    const head = await store.staff(({ tx }) => lotHead(tx, lotId));
    expect(head).toMatchObject({ number, onHand: "10", expiresOn: "2031-05-01" });
    expect(head?.carried.map(({ quantity, by }) => [quantity, by])).toEqual([
      ["2.5", "Test staff"],
      ["3", "Test staff"],
    ]);
    const places = await store.staff(({ tx }) => listLocations(tx));
    expect([home, bench, mill].map((id) => places.find((place) => place.id === id)?.value)).toEqual([
      "11.25",
      "7.50",
      "6.25",
    ]);
  });

  it("goes from place to place, and all of it makes the place its own", async () => {
    await carry(home, bench, "4");
    await carry(bench, mill, "1");
    await carry(bench, home, "1");
    expect(await where()).toEqual(["7", "2", "1"]);
    expect(await carry(home, mill, null)).toEqual({ quantity: "7" });
    expect(await where()).toEqual(["0", "2", "8"]);
    expect(await store.one("SELECT location_id FROM lots WHERE id = $1", [lotId])).toEqual({ location_id: mill });
  });

  it("is refused where it is not, where it lies already, and above what is there", async () => {
    await carry(home, bench, "3");
    const answers = [carry(bench, mill, "3.001"), carry(mill, home, "1"), carry(bench, bench, "1")].map(reasonOf);
    expect(await Promise.all(answers)).toEqual(["not_enough", "stale", "there_already"]);
    expect(await reasonOf(take("4", bench))).toBe("not_enough");
    expect(await reasonOf(store.staff((context) => archiveLocation(context, { locationId: bench })))).toBe(
      "location_in_use",
    );
  });

  it("is never carried twice, however many carry at once, and none is lost beside withdrawals", async () => {
    const carried = await Promise.all(Array.from({ length: 24 }, () => reasonOf(carry(home, bench, "1"))));
    expect(carried.filter((answer) => answer === "done")).toHaveLength(10);
    expect(await where()).toEqual(["0", "10", "0"]);
    const answers = await Promise.all(
      Array.from({ length: 32 }, (_, i) => reasonOf(i % 2 ? take("0.5") : carry(bench, i % 4 ? mill : home, "0.5"))),
    );
    expect(answers.filter((answer) => !["done", "not_enough", "stale"].includes(answer as string))).toEqual([]);
    const { onHand, ledger } = await store.books(itemId);
    expect(onHand).toBe(ledger);
    const sum = (await where()).reduce((all, amount) => all + Number(amount), 0);
    expect(sum).toBe(Number(onHand));
  });
});

describe("what is taken of a lot in several places", () => {
  it("comes first from where a part was carried, the smallest first, and goes back to where it came from", async () => {
    await carry(home, bench, "3");
    await carry(home, mill, "1");
    const first = await take("0.5");
    expect(await where()).toEqual(["6", "3", "0.5"]);
    await take("1", home);
    const both = await take("2");
    expect(await where()).toEqual(["5", "1.5", "0"]);
    await undo(first.transactionId);
    expect(await where()).toEqual(["5", "1.5", "0.5"]);
    await undo(both.transactionId);
    expect(await where()).toEqual(["7", "1.5", "0.5"]);
  });

  it("is corrected at one place alone", async () => {
    await carry(home, bench, "3");
    const correct = (seen: string) =>
      store.staff((context) =>
        correctStock(context, {
          ...{ itemId, lotId, locationId: bench, seen, there: "2", reason: "Counted" },
          idempotencyKey: key(),
        }),
      );
    expect(await reasonOf(correct("10"))).toBe("stale");
    expect((await correct("3")).onHand).toBe("9");
    expect(await where()).toEqual(["7", "2", "0"]);
  });
});

it("a further delivery to another place, at another cost, leaves every part where it lay", async () => {
  await carry(home, bench, "4");
  await store.staff((context) =>
    receiveDelivery(context, {
      supplierId: null,
      lines: [
        {
          ...{ itemId, lotNumber: number, expiresOn: "2031-05-01", quantity: "10", unitCost: "3.50" },
          locationId: mill,
        },
      ],
      idempotencyKey: key(),
    }),
  );
  expect(await where()).toEqual(["6", "4", "10"]);
  expect(await store.books(itemId)).toEqual({ onHand: "20", value: "60", ledger: "20", worth: "60", lots: "60" });
});

describe("counting a place", () => {
  const counting = async (locationId: string, code: string, quantity: string) => {
    const { countId } = await store.staff((context) =>
      openCount(context, { name: "Drawer", locationId, category: null, notes: null, idempotencyKey: key() }),
    );
    await store.staff((context) => countByScan(context, { countId, code, quantity, idempotencyKey: key() }));
    const { lines } = await store.staff(({ tx }) => listLines(tx, { countId, show: null, q: code, after: null }));
    const { difference } = await store.staff(({ tx }) => readCount(tx, countId));
    await store.manager((context) => approveCount(context, { countId, seen: difference, idempotencyKey: key() }));
    return lines[0];
  };

  it("counts what lies there of the lot, and books the difference there", async () => {
    await carry(home, bench, "3");
    expect(await counting(bench, number, "2")).toMatchObject({ expected: "3", difference: "-1", turnedUp: false });
    expect(await where()).toEqual(["7", "2", "0"]);
    expect((await store.books(itemId)).onHand).toBe("9");
  });

  it("takes what turns up there for carried, and only what is more than the lot for found", async () => {
    await store.owner.query("UPDATE lots SET location_id = $1 WHERE id = $2", [mill, await store.lot(itemId, "1")]);
    expect(await counting(mill, number, "4")).toMatchObject({ expected: "0", difference: "0", turnedUp: true });
    const lots = await store.staff(({ tx }) => lotsOf(tx, itemId));
    expect(lots.find(({ id }) => id === lotId)?.places.map(({ quantity }) => quantity)).toEqual(["6", "4"]);
    await store.owner.query("UPDATE lots SET location_id = $1 WHERE id = $2", [bench, await store.lot(itemId, "1")]);
    expect(await counting(bench, number, "12")).toMatchObject({ expected: "0", difference: "2", turnedUp: true });
    const after = await store.staff(({ tx }) => lotsOf(tx, itemId));
    expect(after.find(({ id }) => id === lotId)?.places).toMatchObject([{ locationId: bench, quantity: "12" }]);
  });
});
