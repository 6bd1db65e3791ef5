import type { Material, ProcedureType } from "./vocabulary";

/**
 * Where a restoration goes: `tooth` one item per tooth; `span` one item over adjacent teeth, with a role each; `arch` one per
 * arch; `teeth_of_arch` one per arch, with the teeth it replaces or drills for.
 */
export type Site = "tooth" | "span" | "arch" | "teeth_of_arch";

type Restoration = {
  site: Site;
  /** What it is plausibly made of, the most usual first. */
  materials: readonly Material[];
  /** It covers or replaces the crown of a tooth, so a tooth can carry only one such. */
  coversTooth?: boolean;
};

const CERAMICS: Material[] = ["zirconia_full", "zirconia_multilayer", "zirconia_layered", "lithium_disilicate"];
const METAL_BASED: Material[] = ["pfm", "pfz", "full_cast_gold", "cobalt_chrome", "nickel_chrome"];

/** Where each procedure type goes and what it is made of (common professional knowledge). The rules of a lab say what is asked. */
export const RESTORATIONS: Record<ProcedureType, Restoration> = {
  crowns: {
    site: "tooth",
    materials: [...CERAMICS, "feldspathic", ...METAL_BASED, "hybrid_ceramic", "composite"],
    coversTooth: true,
  },
  bridges: { site: "span", materials: [...CERAMICS, ...METAL_BASED], coversTooth: true },
  implants: {
    site: "tooth",
    materials: [...CERAMICS, "pfm", "pfz", "full_cast_gold", "titanium", "peek"],
    coversTooth: true,
  },
  veneers: {
    site: "tooth",
    materials: [
      "lithium_disilicate",
      "feldspathic",
      "zirconia_multilayer",
      "zirconia_layered",
      "hybrid_ceramic",
      "composite",
    ],
    coversTooth: true,
  },
  inlays_onlays: {
    site: "tooth",
    materials: ["lithium_disilicate", "zirconia_full", "hybrid_ceramic", "composite", "feldspathic", "full_cast_gold"],
    coversTooth: true,
  },
  posts_cores: {
    site: "tooth",
    materials: ["cobalt_chrome", "nickel_chrome", "full_cast_gold", "titanium", "zirconia_full"],
  },
  provisionals: { site: "tooth", materials: ["pmma", "composite", "printed_resin"] },
  dentures: { site: "arch", materials: ["acrylic", "pmma", "printed_resin"] },
  partial_dentures: {
    site: "teeth_of_arch",
    materials: ["cobalt_chrome", "acrylic", "titanium", "peek", "printed_resin"],
  },
  night_guards: { site: "arch", materials: ["acrylic", "printed_resin", "pmma"] },
  retainers: { site: "arch", materials: ["acrylic", "printed_resin"] },
  orthodontics: { site: "arch", materials: ["acrylic", "printed_resin", "cobalt_chrome"] },
  sleep_appliances: { site: "arch", materials: ["acrylic", "printed_resin", "cobalt_chrome"] },
  surgical_guides: { site: "teeth_of_arch", materials: ["printed_resin", "pmma"] },
  models: { site: "arch", materials: ["printed_resin", "wax"] },
  repairs: {
    site: "arch",
    materials: ["acrylic", "cobalt_chrome", "composite", "printed_resin", "wax"],
  },
};
