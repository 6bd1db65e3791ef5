import { describe, expect, test } from "vitest";
import {
  allergyWarning,
  clashes,
  itemProblems,
  prescriptionProblems,
  type RxItem,
  unitsOf,
  withoutHidden,
} from "./completeness";
import { DEFAULT_RULES } from "./particulars/defaults";
import type { ParticularRule } from "./particulars/rules";
import { RESTORATIONS } from "./restorations";
import { PROCEDURE_TYPES } from "./vocabulary";

const crown: RxItem = {
  procedureType: "crowns",
  material: "zirconia_full",
  shade: "A2",
  shadeCervical: null,
  shadeIncisal: null,
  stumpShade: null,
  gingivalShade: null,
  arch: null,
  teeth: [{ tooth: 14, role: "single" }],
  implantSystem: null,
  implantPlatform: null,
  implantRetention: null,
  contact: null,
  occlusion: null,
  ponticDesign: null,
  notes: null,
};
const span = (...teeth: [number, "abutment" | "pontic" | "single"][]): RxItem => ({
  ...crown,
  procedureType: "bridges",
  teeth: teeth.map(([tooth, role]) => ({ tooth, role })),
});
const over = (procedureType: RxItem["procedureType"], item: Partial<RxItem>): RxItem => ({
  ...crown,
  procedureType,
  material: RESTORATIONS[procedureType].materials[0] ?? null,
  shade: null,
  teeth: [],
  ...item,
});
const fields = (item: RxItem) => itemProblems(item, DEFAULT_RULES).map((p) => p.field);

describe("what an item still needs", () => {
  test.each<[string, RxItem, string[]]>([
    ["a complete crown", crown, []],
    ["a crown without anything", { ...crown, material: null, shade: null, teeth: [] }, ["teeth", "material", "shade"]],
    ["a full-cast crown asks for no shade", { ...crown, material: "full_cast_gold", shade: null }, []],
    ["PFM does", { ...crown, material: "pfm", shade: null }, ["shade"]],
    ["a shade of no guide", { ...crown, shade: "Z9" }, ["shade"]],
    ["a crown of acrylic", { ...crown, material: "acrylic" }, ["material"]],
    ["a crown over two teeth", { ...crown, teeth: [...crown.teeth, { tooth: 15, role: "single" }] }, ["teeth"]],
    ["a crown as a pontic", { ...crown, teeth: [{ tooth: 14, role: "pontic" }] }, ["teeth"]],
    ["tooth 19", { ...crown, teeth: [{ tooth: 19, role: "single" }] }, ["teeth"]],
    ["a crown with an arch", { ...crown, arch: "upper" }, ["arch"]],
    [
      "an implant crown",
      { ...crown, procedureType: "implants" },
      ["implantSystem", "implantPlatform", "implantRetention"],
    ],
    [
      "an implant crown complete",
      {
        ...crown,
        procedureType: "implants",
        implantSystem: "Straumann BLT",
        implantPlatform: "RC",
        implantRetention: "screw",
      },
      [],
    ],
    ["a crown with an implant", { ...crown, implantSystem: "Straumann" }, ["implantSystem"]],
    ["a denture", over("dentures", { arch: null }), ["arch", "shade"]],
    ["a denture complete", over("dentures", { arch: "both", shade: "A3" }), []],
    ["a denture on a tooth", over("dentures", { arch: "upper", shade: "A3", teeth: crown.teeth }), ["teeth"]],
    [
      "a partial denture on a metal frame has teeth, so a shade",
      over("partial_dentures", { arch: "upper", teeth: crown.teeth }),
      ["shade"],
    ],
    [
      "a partial denture over both arches",
      over("partial_dentures", { shade: "A2", teeth: [...crown.teeth, { tooth: 34, role: "single" }] }),
      ["teeth"],
    ],
    [
      "a partial denture of the other arch",
      over("partial_dentures", { shade: "A2", arch: "lower", teeth: crown.teeth }),
      ["arch"],
    ],
    ["a night guard", over("night_guards", { arch: "upper" }), []],
    ["a repair without words", over("repairs", { arch: "lower", material: null }), ["notes"]],
    ["a model without a material", over("models", { arch: "lower", material: null }), []],
    ["a guide without sites", over("surgical_guides", {}), ["teeth"]],
  ])("%s", (_, item, expected) => expect(fields(item)).toEqual(expected));

  test.each<[string, RxItem, string | undefined]>([
    ["a bridge", span([24, "abutment"], [25, "pontic"], [26, "abutment"]), undefined],
    ["over the midline", span([11, "abutment"], [21, "pontic"]), undefined],
    ["in any order", span([26, "abutment"], [24, "abutment"], [25, "pontic"]), undefined],
    ["of one tooth", span([24, "abutment"]), "at least two"],
    ["skipping a tooth", span([24, "abutment"], [26, "abutment"]), "skip"],
    ["without abutment", span([24, "pontic"], [25, "pontic"]), "abutment"],
    ["without roles", span([24, "single"], [25, "abutment"]), "abutment or a pontic"],
    ["in two arches", span([18, "abutment"], [48, "pontic"]), "one arch"],
    ["of both dentitions", span([15, "abutment"], [55, "pontic"]), "one arch"],
    ["with a tooth twice", span([24, "abutment"], [24, "pontic"]), "once"],
  ])("bridge: %s", (_, item, message) => {
    const [problem] = itemProblems(item, DEFAULT_RULES);
    if (message) expect(problem?.message).toContain(message);
    else expect(problem).toBeUndefined();
  });

  test("every procedure type has a material to choose", () => {
    for (const type of PROCEDURE_TYPES) expect(RESTORATIONS[type].materials.length).toBeGreaterThan(0);
  });
});

describe("rules that a manager changed", () => {
  const rule = (
    particular: ParticularRule["particular"],
    demand: ParticularRule["demand"],
    material: RxItem["material"] = null,
  ) => ({
    procedureType: "crowns" as const,
    material,
    particular,
    demand,
  });
  const made = [rule("material", "required")];
  test.each<[string, ParticularRule[], Partial<RxItem>, string[]]>([
    ["nothing is asked but the material", made, { shade: null }, []],
    ["a shade that is hidden must stay blank", made, {}, ["shade"]],
    ["contacts are required", [...made, rule("shade", "asked"), rule("contact", "required")], {}, ["contact"]],
    ["and given", [...made, rule("shade", "asked"), rule("contact", "required")], { contact: "tight" }, []],
    [
      "both zones are required",
      [...made, rule("shade", "asked"), rule("shade_zones", "required")],
      { shadeIncisal: "A1" },
      ["shadeCervical"],
    ],
    [
      "of one material alone",
      [...made, rule("shade", "asked"), rule("stump_shade", "required", "lithium_disilicate")],
      {},
      [],
    ],
    [
      "of this material",
      [...made, rule("shade", "asked"), rule("stump_shade", "required", "zirconia_full")],
      {},
      ["stumpShade"],
    ],
    [
      "a material's exception hides it",
      [...made, rule("shade", "required"), rule("shade", "hidden", "zirconia_full")],
      { shade: null },
      [],
    ],
    [
      "the platform of a crown",
      [...made, rule("shade", "asked"), rule("implant_platform", "required")],
      {},
      ["implantPlatform"],
    ],
    [
      "a zone of no guide",
      [...made, rule("shade", "asked"), rule("shade_zones", "asked")],
      { shadeCervical: "Z1" },
      ["shadeCervical"],
    ],
    ["a bleach shade is of a guide", [...made, rule("shade", "required")], { shade: "BL3" }, []],
  ])("%s", (_, rules, changes, expected) => {
    expect(itemProblems({ ...crown, ...changes }, rules).map((p) => p.field)).toEqual(expected);
  });

  test("what is hidden is blanked before it is sent", () => {
    const gold: RxItem = { ...crown, material: "full_cast_gold", stumpShade: "ND2", contact: "tight" };
    expect(withoutHidden(gold, DEFAULT_RULES, null)).toMatchObject({ shade: null, stumpShade: null, contact: "tight" });
  });

  test("one photo answers for every item that requires it", () => {
    const rules = [...DEFAULT_RULES.filter((r) => r.particular !== "shade_photo"), rule("shade_photo", "required")];
    const other: RxItem = { ...crown, teeth: [{ tooth: 11, role: "single" }] };
    const paths = (items: RxItem[], photos: number) =>
      prescriptionProblems(items, { rules, photos }).map((p) => p.path);
    expect(paths([crown, other], 0)).toEqual(["files"]);
    expect(paths([crown, other], 1)).toEqual([]);
    expect(paths([span([24, "abutment"], [25, "abutment"])], 0)).toEqual([]);
  });
});

describe("items together", () => {
  test("a tooth carries one crown, whichever kind, but a post beneath it", () => {
    const veneer = { ...crown, procedureType: "veneers", material: "feldspathic" } as const;
    const post = over("posts_cores", { teeth: crown.teeth });
    expect(clashes([crown, veneer]).map((c) => c.index)).toEqual([1]);
    expect(clashes([crown, crown]).map((c) => c.index)).toEqual([1]);
    expect(clashes([crown, post])).toEqual([]);
    expect(clashes([crown, span([13, "pontic"], [14, "abutment"])]).map((c) => c.index)).toEqual([1]);
  });

  test("an arch carries one guard", () => {
    const guard = (arch: RxItem["arch"]) => over("night_guards", { arch });
    expect(clashes([guard("upper"), guard("lower")])).toEqual([]);
    expect(clashes([guard("upper"), guard("both")]).map((c) => [c.index, c.problem.field])).toEqual([[1, "arch"]]);
  });
});

test("units are teeth, or arches", () => {
  expect(unitsOf(span([24, "abutment"], [25, "pontic"], [26, "abutment"]))).toBe(3);
  expect(unitsOf(over("dentures", { arch: "both" }))).toBe(2);
  expect(unitsOf(over("partial_dentures", { arch: "upper", teeth: crown.teeth }))).toBe(1);
});

test("a metal that the patient does not bear is pointed out", () => {
  expect(allergyWarning("nickel_chrome", "Penicillin, Nickel")).toContain("Nickel");
  expect(allergyWarning("zirconia_full", "nickel")).toBeNull();
  expect(allergyWarning("nickel_chrome", "latex")).toBeNull();
});
