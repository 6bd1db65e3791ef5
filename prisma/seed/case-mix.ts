import { type Material, type ProcedureType, VITA_CLASSICAL } from "@/lib/cases/vocabulary";
import type { Chance } from "./random";

export type PlannedItem = {
  procedureType: ProcedureType;
  material: Material | null;
  shade: string | null;
  arch: "upper" | "lower" | null;
  teeth: { tooth: number; role: "single" | "abutment" | "pontic" }[];
  units: number;
};

const SINGLES = [16, 15, 14, 11, 21, 24, 25, 26, 36, 37, 46, 47, 44, 35, 12, 22];
const BRIDGES: [number, number, number][] = [
  [14, 15, 16],
  [24, 25, 26],
  [35, 36, 37],
  [45, 46, 47],
  [11, 12, 13],
  [21, 22, 23],
];
const SMILE = [13, 12, 11, 21, 22, 23];

const single = (tooth: number) => ({ tooth, role: "single" as const });

/** What a dentist prescribes: mostly single crowns, some bridges and implants, now and then something removable. */
export function planItems(chance: Chance): PlannedItem[] {
  const shade = chance.pick(VITA_CLASSICAL.slice(0, 8));
  const kind = chance.weighted([
    ["crown", 44],
    ["crowns", 12],
    ["bridge", 12],
    ["implant", 9],
    ["veneers", 5],
    ["onlay", 5],
    ["provisional", 4],
    ["guard", 4],
    ["denture", 3],
    ["partial", 2],
  ] as const);
  const crown = (tooth: number) => planCrown(chance, tooth, shade);
  const first = chance.pick(SINGLES);
  switch (kind) {
    case "crown":
      return [crown(first)];
    case "crowns":
      return [crown(first), crown(SINGLES[(SINGLES.indexOf(first) + 3) % SINGLES.length] as number)];
    case "bridge": {
      const [a, b, c] = chance.pick(BRIDGES);
      return [
        {
          procedureType: "bridges",
          material: "zirconia_multilayer",
          shade,
          arch: null,
          units: 3,
          teeth: [
            { tooth: a, role: "abutment" },
            { tooth: b, role: "pontic" },
            { tooth: c, role: "abutment" },
          ],
        },
      ];
    }
    case "implant":
      return [
        { procedureType: "implants", material: "zirconia_full", shade, arch: null, teeth: [single(first)], units: 1 },
      ];
    case "veneers":
      return SMILE.slice(1, 5).map((tooth) => ({
        procedureType: "veneers",
        material: "lithium_disilicate",
        shade: "B1",
        arch: null,
        teeth: [single(tooth)],
        units: 1,
      }));
    case "onlay":
      return [
        {
          procedureType: "inlays_onlays",
          material: "lithium_disilicate",
          shade,
          arch: null,
          teeth: [single(first)],
          units: 1,
        },
      ];
    case "provisional":
      return [{ procedureType: "provisionals", material: "pmma", shade, arch: null, teeth: [single(first)], units: 1 }];
    case "guard":
      return [
        {
          procedureType: "night_guards",
          material: "acrylic",
          shade: null,
          arch: chance.pick(["upper", "lower"] as const),
          teeth: [],
          units: 1,
        },
      ];
    case "denture":
      return [
        {
          procedureType: "dentures",
          material: "acrylic",
          shade,
          arch: chance.pick(["upper", "lower"] as const),
          teeth: [],
          units: 1,
        },
      ];
    case "partial":
      return [
        {
          procedureType: "partial_dentures",
          material: "cobalt_chrome",
          shade,
          arch: chance.pick(["upper", "lower"] as const),
          teeth: [],
          units: 1,
        },
      ];
  }
}

/** One crown, of the material that most are made of. */
export function planCrown(
  chance: Chance,
  tooth: number = chance.pick(SINGLES),
  shade: string = chance.pick(VITA_CLASSICAL.slice(0, 8)),
): PlannedItem {
  const material = chance.weighted([
    ["zirconia_full", 5],
    ["lithium_disilicate", 3],
    ["zirconia_layered", 1],
    ["pfm", 1],
  ] as const);
  return { procedureType: "crowns", material, shade, arch: null, teeth: [single(tooth)], units: 1 };
}
