import { describe, expect, test } from "vitest";
import { itemProblems, type RxItem, withoutHidden } from "@/lib/cases/completeness";
import { DEFAULT_RULES } from "@/lib/cases/particulars/defaults";
import type { Brush } from "./new-item";
import { pickArch, pickTooth, rivalOn } from "./pick-tooth";
import type { RxItemValues } from "./rx-values";

const crown: Brush = { procedureType: "crowns", material: "zirconia_full", shade: "A2" };
const bridge: Brush = { procedureType: "bridges", material: "pfm", shade: "A3" };
const picked = (brush: Brush, ...teeth: number[]) =>
  teeth.reduce<RxItemValues[]>((items, tooth) => pickTooth(items, brush, tooth), []);
const shape = (items: RxItemValues[]) => items.map((i) => i.teeth.map((t) => `${t.tooth}${t.role[0]}`).join(" "));

describe("picking teeth", () => {
  test("each crown is an item of its own, and picking again lets go", () => {
    expect(shape(picked(crown, 14, 15))).toEqual(["14s", "15s"]);
    expect(shape(picked(crown, 14, 15, 14))).toEqual(["15s"]);
  });

  test("teeth side by side join into one bridge, also across the midline", () => {
    expect(shape(picked(bridge, 24, 25, 26))).toEqual(["24a 25p 26a"]);
    expect(shape(picked(bridge, 21, 12, 11))).toEqual(["12a 11p 21a"]);
  });

  test("a tooth between two bridges joins them; taken out, it parts them", () => {
    expect(shape(picked(bridge, 24, 26))).toEqual(["24a", "26a"]);
    expect(shape(picked(bridge, 24, 26, 25))).toEqual(["24a 25p 26a"]);
    expect(shape(picked(bridge, 24, 25, 26, 27, 25))).toEqual(["24a", "26a 27a"]);
  });

  test("an item keeps its key while it grows", () => {
    const one = picked(bridge, 24);
    expect(pickTooth(one, bridge, 25)[0]?.key).toBe(one[0]?.key);
  });

  test("a tooth with a crown takes no veneer, but a post", () => {
    const items = picked(crown, 14);
    const veneer: Brush = { procedureType: "veneers", material: "feldspathic", shade: "A1" };
    expect(rivalOn(items, veneer, 14)).toBe(items[0]);
    expect(pickTooth(items, veneer, 14)).toEqual(items);
    expect(pickTooth(items, { procedureType: "posts_cores", material: "titanium", shade: "A1" }, 14)).toHaveLength(2);
  });

  test("a partial denture takes the teeth of its arch, one per arch", () => {
    const partial: Brush = { procedureType: "partial_dentures", material: "cobalt_chrome", shade: "A2" };
    const items = picked(partial, 14, 16, 34);
    expect(items.map((i) => [i.arch, shape([i])[0]])).toEqual([
      ["upper", "16s 14s"],
      ["lower", "34s"],
    ]);
  });

  test("what is picked is complete but for what nobody chose", () => {
    const gold: Brush = { procedureType: "crowns", material: "full_cast_gold", shade: "A2" };
    for (const item of [...picked(crown, 14), ...picked(bridge, 24, 25), ...picked(gold, 17)]) {
      const { key: _key, ...written } = withoutHidden(item, DEFAULT_RULES, "");
      const asked = Object.fromEntries(
        Object.entries(written).map(([field, value]) => [field, value === "" ? null : value]),
      );
      expect(itemProblems(asked as unknown as RxItem, DEFAULT_RULES)).toEqual([]);
    }
  });
});

test("an arch is chosen, let go of, and both replaces either", () => {
  const guard: Brush = { procedureType: "night_guards", material: "acrylic", shade: "" };
  const upper = pickArch([], guard, "upper");
  expect(upper.map((i) => i.arch)).toEqual(["upper"]);
  expect(pickArch(upper, guard, "upper")).toEqual([]);
  const two = pickArch(upper, guard, "lower");
  expect(two.map((i) => i.arch)).toEqual(["upper", "lower"]);
  expect(pickArch(two, guard, "both").map((i) => i.arch)).toEqual(["both"]);
});
