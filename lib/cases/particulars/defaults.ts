import { RESTORATIONS } from "../restorations";
import type { Material, ProcedureType } from "../vocabulary";
import type { ParticularRule } from "./rules";
import type { Demand, Particular } from "./words";

type Demands = Partial<Record<Particular, Demand>>;

const MADE: Demands = { material: "required", notes: "asked" };
const COLOURED: Demands = { ...MADE, shade: "required" };
const CERAMIC: Demands = {
  ...COLOURED,
  shade_zones: "asked",
  stump_shade: "asked",
  shade_photo: "asked",
  contact: "asked",
  occlusion: "asked",
};
const IMPLANT: Demands = { implant_system: "required", implant_platform: "required", implant_retention: "required" };

/** What a lab asks at first, whatever the material (common professional knowledge); what is not named is hidden. */
const GENERAL: Record<ProcedureType, Demands> = {
  crowns: CERAMIC,
  bridges: { ...CERAMIC, pontic_design: "asked" },
  implants: { ...CERAMIC, ...IMPLANT, stump_shade: "hidden", gingival_shade: "asked" },
  veneers: { ...CERAMIC, occlusion: "hidden" },
  inlays_onlays: CERAMIC,
  posts_cores: MADE,
  provisionals: { ...COLOURED, contact: "asked", occlusion: "asked" },
  dentures: { ...COLOURED, gingival_shade: "asked", occlusion: "asked" },
  partial_dentures: { ...COLOURED, gingival_shade: "asked", occlusion: "asked" },
  night_guards: { ...MADE, occlusion: "asked" },
  retainers: MADE,
  orthodontics: MADE,
  sleep_appliances: MADE,
  surgical_guides: { ...MADE, implant_system: "asked", implant_platform: "asked" },
  models: { ...MADE, material: "asked" },
  repairs: { material: "asked", notes: "required" },
};

const BARE_METAL: readonly Material[] = ["full_cast_gold", "cobalt_chrome", "nickel_chrome", "titanium"];
const OF_COLOUR: readonly Particular[] = ["shade", "shade_zones", "stump_shade", "shade_photo"];

/** The rules a lab starts with: those of each restoration, and none of colour for what is made of bare metal. */
export const DEFAULT_RULES: readonly ParticularRule[] = (Object.keys(GENERAL) as ProcedureType[]).flatMap((type) => {
  const asked = GENERAL[type];
  const general = (Object.entries(asked) as [Particular, Demand][])
    .filter(([, demand]) => demand !== "hidden")
    .map(([particular, demand]) => ({ procedureType: type, material: null, particular, demand }));
  if (RESTORATIONS[type].site !== "tooth" && RESTORATIONS[type].site !== "span") return general;
  const metals = RESTORATIONS[type].materials.filter((material) => BARE_METAL.includes(material));
  const colourless = metals.flatMap((material) =>
    OF_COLOUR.filter((particular) => (asked[particular] ?? "hidden") !== "hidden").map((particular) => ({
      procedureType: type,
      material,
      particular,
      demand: "hidden" as const,
    })),
  );
  return [...general, ...colourless];
});
