import fc from "fast-check";
import { expect, test } from "vitest";
import { type Arrangement, arrange, arrangementOf, filled, type Move } from "./arrangement";

const after = (moves: Move[], from: Arrangement = arrangementOf()) => moves.reduce(arrange, from);

test("items go where the next item goes, which follows what was done last", () => {
  const two = after([{ do: "put", itemIds: ["a", "b"] }, { do: "addParcel" }, { do: "put", itemIds: ["b"] }]);
  expect(filled(two).map(({ itemIds }) => itemIds)).toEqual([["a"], ["b"]]);
  expect(filled(after([{ do: "put", itemIds: ["b"], parcel: 0 }], two))).toEqual([{ id: null, itemIds: ["a", "b"] }]);
});

test("what a parcel held waits again when it is removed; the last parcel stays", () => {
  const shipped = arrangementOf([
    { id: "p", itemIds: ["a"] },
    { id: "q", itemIds: ["b"] },
  ]);
  expect(after([{ do: "removeParcel", parcel: 0 }], shipped).parcels).toEqual([{ id: "q", itemIds: ["b"] }]);
  expect(after([{ do: "removeParcel", parcel: 0 }]).parcels).toHaveLength(1);
});

test("whatever is done, an item is in one parcel at most, and the next item has a parcel to go to", () => {
  const itemIds = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), { maxLength: 3 });
  const parcel = fc.integer({ min: -1, max: 4 });
  const move = fc.oneof(
    fc.record({ do: fc.constant("put" as const), itemIds, parcel }),
    fc.record({ do: fc.constant("takeOut" as const), itemIds }),
    fc.constant({ do: "addParcel" as const }),
    fc.record({ do: fc.constant("removeParcel" as const), parcel }),
    fc.record({ do: fc.constant("choose" as const), parcel }),
  );
  fc.assert(
    fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
      const end = after(moves);
      const all = end.parcels.flatMap((one) => one.itemIds);
      expect(new Set(all).size).toBe(all.length);
      expect(end.parcels[end.active]).toBeDefined();
    }),
  );
});
