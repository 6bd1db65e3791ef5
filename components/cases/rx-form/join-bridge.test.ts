import { describe, expect, test } from "vitest";
import { NO_PREFERENCES } from "@/lib/cases/particulars/preferences";
import { RESTORATIONS } from "@/lib/cases/restorations";
import { changeOfKey } from "./chart-actions";
import { changeRole, joinables, joinItems, splitItem } from "./join-bridge";
import { type Brush, newItem, withWanted } from "./new-item";
import { pickTooth } from "./pick-tooth";
import type { RxItemValues } from "./rx-values";

const MADE = RESTORATIONS.bridges.materials;
const crown: Brush = { procedureType: "crowns", material: "zirconia_full", shade: "A2" };
const picked = (brush: Brush, teeth: number[], items: RxItemValues[] = []) =>
  teeth.reduce<RxItemValues[]>((all, tooth) => pickTooth(all, brush, tooth), items);
const shape = (items: RxItemValues[]) =>
  items.map((i) => `${i.procedureType} ${i.teeth.map((t) => `${t.tooth}${t.role[0]}`).join(" ")}`);

describe("crowns side by side", () => {
  test.each<[string, RxItemValues[], number[][]]>([
    ["three in a row, picked in any order", picked(crown, [16, 14, 15]), [[16, 15, 14]]],
    ["over the midline", picked(crown, [11, 21]), [[11, 21]]],
    ["with a gap between", picked(crown, [14, 16]), []],
    ["of two materials", picked({ ...crown, material: "pfm" }, [15], picked(crown, [14])), []],
    [
      "two pairs",
      picked(crown, [14, 15, 34, 35]),
      [
        [15, 14],
        [34, 35],
      ],
    ],
    ["of a material no bridge is made of", picked({ ...crown, material: "feldspathic" }, [14, 15]), []],
    ["a veneer beside a crown", picked({ ...crown, procedureType: "veneers" }, [12], picked(crown, [11])), []],
  ])("%s", (_, items, expected) => expect(joinables(items, MADE).map((j) => j.teeth)).toEqual(expected));

  test("join into one bridge with the particulars of the first, and come apart again", () => {
    const items = picked(crown, [14, 15, 16, 46]);
    const [join] = joinables(items, MADE);
    if (!join) throw new Error("They can be joined.");
    const joined = joinItems(items, join);
    expect(shape(joined)).toEqual(["bridges 16a 15p 14a", "crowns 46s"]);
    expect(joined[0]).toMatchObject({ key: items[0]?.key, material: "zirconia_full", shade: "A2" });
    expect(shape(splitItem(joined, joined[0]?.key ?? ""))).toEqual([
      "crowns 16s",
      "crowns 15s",
      "crowns 14s",
      "crowns 46s",
    ]);
  });

  test("not where the lab makes no bridges of their material", () => {
    expect(joinables(picked(crown, [14, 15]), ["pfm"])).toEqual([]);
  });

  test("a bridge grows by a crown of its material beside it", () => {
    const bridge = picked({ ...crown, procedureType: "bridges" }, [24, 25]);
    const items = [...bridge, ...picked(crown, [26])];
    expect(joinables(items, MADE).map((j) => j.teeth)).toEqual([[24, 25, 26]]);
  });
});

test("an abutment becomes a pontic and an abutment again", () => {
  const items = picked({ ...crown, procedureType: "bridges" }, [24, 25]);
  const once = changeRole(items, items[0]?.key ?? "", 25);
  expect(shape(once)).toEqual(["bridges 24a 25p"]);
  expect(shape(changeRole(once, items[0]?.key ?? "", 25))).toEqual(["bridges 24a 25a"]);
});

test("the keys on a tooth do the same, each only where it can", () => {
  const items = picked(crown, [14, 15, 46]);
  const press = (key: string, tooth: number, of = items, shiftKey = false) =>
    changeOfKey({ key, shiftKey }, of, tooth, "fdi", MADE);
  expect(press("+", 46)).toBeNull();
  const joined = press("+", 15)?.items ?? [];
  expect(shape(joined)).toEqual(["bridges 15a 14a", "crowns 46s"]);
  expect(shape(press("Enter", 15, joined, true)?.items ?? [])).toEqual(["bridges 15p 14a", "crowns 46s"]);
  expect(press("Enter", 15, joined)).toBeNull();
  expect(shape(press("-", 14, joined)?.items ?? [])).toEqual(["crowns 15s", "crowns 14s", "crowns 46s"]);
});

describe("standing preferences", () => {
  const wants = {
    ...NO_PREFERENCES,
    materials: { crowns: "pfm" as const },
    contact: "tight" as const,
    occlusion: "light" as const,
  };
  test("fill a new item, but what the brush says stands before them", () => {
    const blank: Brush = { procedureType: "crowns", material: "", shade: "", wants };
    expect(newItem(blank, {})).toMatchObject({
      material: "pfm",
      contact: "tight",
      occlusion: "light",
      ponticDesign: "",
    });
    expect(newItem({ ...blank, material: "zirconia_full" }, {}).material).toBe("zirconia_full");
  });
  test("fill the blanks of items that are there, and nothing else", () => {
    const [item] = picked(crown, [14]);
    const filled = withWanted([{ ...(item as RxItemValues), occlusion: "out" }], wants)[0];
    expect(filled).toMatchObject({ material: "zirconia_full", contact: "tight", occlusion: "out" });
  });
});
