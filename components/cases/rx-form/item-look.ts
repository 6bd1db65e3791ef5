import type { ToothNotation } from "@/lib/access/actor";
import { itemName } from "@/lib/cases/item-name";
import type { ItemParticulars } from "@/lib/cases/particulars/item-particulars";
import { particularWords, shadeWords } from "@/lib/cases/particulars/particular-words";
import type { Particular } from "@/lib/cases/particulars/words";
import type { ProcedureType } from "@/lib/cases/vocabulary";
import type { RxItemValues } from "./rx-values";

const COLORS = 6;

/** The colour of the item at an index, as a CSS value. */
export const itemColor = (index: number) => `var(--chart-${(index % COLORS) + 1})`;

/** A short word for a tooth of the chart. */
export const PROCEDURE_CODE: Record<ProcedureType, string> = {
  crowns: "Cr",
  bridges: "Br",
  implants: "Im",
  veneers: "Ve",
  inlays_onlays: "In",
  posts_cores: "Po",
  provisionals: "Pr",
  dentures: "FD",
  partial_dentures: "PD",
  night_guards: "NG",
  retainers: "Re",
  orthodontics: "Or",
  sleep_appliances: "SA",
  surgical_guides: "SG",
  models: "Mo",
  repairs: "Rp",
};

/** An item of the form as people call it: "Bridge 24–26", "Night guard upper". */
export const itemWords = ({ procedureType, arch, teeth }: RxItemValues, notation: ToothNotation): string =>
  itemName({ procedureType, arch: arch || null, teeth: teeth.map((t) => t.tooth) }, notation);

const FIELDS: Partial<Record<Particular, readonly (keyof ItemParticulars)[]>> = {
  shade_zones: ["shadeCervical", "shadeIncisal"],
  stump_shade: ["stumpShade"],
  gingival_shade: ["gingivalShade"],
  implant_system: ["implantSystem"],
  implant_platform: ["implantPlatform"],
  implant_retention: ["implantRetention"],
  contact: ["contact"],
  occlusion: ["occlusion"],
  pontic_design: ["ponticDesign"],
};

/** What is given of some particulars of an item, in one line: "Stump ND3 · Contacts tight". */
export function particularsText(item: RxItemValues, of: readonly Particular[]): string {
  const shown = of.flatMap((particular) => FIELDS[particular] ?? []);
  const given = (field: keyof ItemParticulars) => (shown.includes(field) && item[field]) || null;
  const particulars = Object.fromEntries(
    Object.values(FIELDS)
      .flat()
      .map((field) => [field, given(field)]),
  ) as ItemParticulars;
  return [shadeWords(null, particulars), ...particularWords(particulars)].filter(Boolean).join(" · ");
}
