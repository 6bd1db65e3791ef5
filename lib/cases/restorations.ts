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
  /** Whether it is made in a tooth's colour, given that its material has one. */
  shaded: boolean;
  /** It may be ordered without saying of what. */
  materialOptional?: boolean;
  /** It cannot be made without words: a repair needs to know what broke. */
  notesRequired?: boolean;
  /** It covers or replaces the crown of a tooth, so a tooth can carry only one such. */
  coversTooth?: boolean;
};

const CERAMICS: Material[] = ["zirconia_full", "zirconia_multilayer", "zirconia_layered", "lithium_disilicate"];
const METAL_BASED: Material[] = ["pfm", "pfz", "full_cast_gold", "cobalt_chrome", "nickel_chrome"];

/** What each procedure type asks for (common professional knowledge). */
export const RESTORATIONS: Record<ProcedureType, Restoration> = {
  crowns: {
    site: "tooth",
    materials: [...CERAMICS, "feldspathic", ...METAL_BASED, "hybrid_ceramic", "composite"],
    shaded: true,
    coversTooth: true,
  },
  bridges: { site: "span", materials: [...CERAMICS, ...METAL_BASED], shaded: true, coversTooth: true },
  implants: {
    site: "tooth",
    materials: [...CERAMICS, "pfm", "pfz", "full_cast_gold", "titanium", "peek"],
    shaded: true,
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
    shaded: true,
    coversTooth: true,
  },
  inlays_onlays: {
    site: "tooth",
    materials: ["lithium_disilicate", "zirconia_full", "hybrid_ceramic", "composite", "feldspathic", "full_cast_gold"],
    shaded: true,
    coversTooth: true,
  },
  posts_cores: {
    site: "tooth",
    materials: ["cobalt_chrome", "nickel_chrome", "full_cast_gold", "titanium", "zirconia_full"],
    shaded: false,
  },
  provisionals: { site: "tooth", materials: ["pmma", "composite", "printed_resin"], shaded: true },
  dentures: { site: "arch", materials: ["acrylic", "pmma", "printed_resin"], shaded: true },
  partial_dentures: {
    site: "teeth_of_arch",
    materials: ["cobalt_chrome", "acrylic", "titanium", "peek", "printed_resin"],
    shaded: true,
  },
  night_guards: { site: "arch", materials: ["acrylic", "printed_resin", "pmma"], shaded: false },
  retainers: { site: "arch", materials: ["acrylic", "printed_resin"], shaded: false },
  orthodontics: { site: "arch", materials: ["acrylic", "printed_resin", "cobalt_chrome"], shaded: false },
  sleep_appliances: { site: "arch", materials: ["acrylic", "printed_resin", "cobalt_chrome"], shaded: false },
  surgical_guides: { site: "teeth_of_arch", materials: ["printed_resin", "pmma"], shaded: false },
  models: { site: "arch", materials: ["printed_resin", "wax"], shaded: false, materialOptional: true },
  repairs: {
    site: "arch",
    materials: ["acrylic", "cobalt_chrome", "composite", "printed_resin", "wax"],
    shaded: false,
    materialOptional: true,
    notesRequired: true,
  },
};

const BARE_METAL: readonly Material[] = ["full_cast_gold", "cobalt_chrome", "nickel_chrome", "titanium", "wax"];

/** Whether an item is made to a shade: a full-cast crown asks for none, a denture on a metal frame does. */
export function needsShade(procedureType: ProcedureType, material: Material | null): boolean {
  const { shaded, site } = RESTORATIONS[procedureType];
  if (!shaded) return false;
  return site === "teeth_of_arch" || !material || !BARE_METAL.includes(material);
}
