import type { Material } from "@/lib/cases/vocabulary";

/** Materials that can share a load when a person says so: they are fired or milled alike. */
const KIN: readonly Material[][] = [
  ["zirconia_full", "zirconia_multilayer", "zirconia_layered", "pfz"],
  ["lithium_disilicate", "feldspathic"],
  ["cobalt_chrome", "nickel_chrome", "pfm"],
  ["pmma", "hybrid_ceramic", "composite", "peek"],
];

/** How an item's material goes with that of a load: `same`, `kin` (a person must say yes), or `other` (never). */
export type MaterialFit = "same" | "kin" | "other";

/** A load without a material takes any, an item without one goes into any load. */
export function materialFit(load: Material | null, item: Material | null): MaterialFit {
  if (!load || !item || load === item) return "same";
  return KIN.some((kin) => kin.includes(load) && kin.includes(item)) ? "kin" : "other";
}
