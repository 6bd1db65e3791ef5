import { NO_PREFERENCES, type Preferences } from "@/lib/cases/particulars/preferences";
import type { Material, ProcedureType } from "@/lib/cases/vocabulary";
import { newKey, type RxItemValues } from "./rx-values";

/** What the next picked tooth or arch becomes; `wants` are the standing preferences of the dentist who prescribes it. */
export type Brush = { procedureType: ProcedureType; material: Material | ""; shade: string; wants?: Preferences };

/** The particulars of an item that a dentist's standing preferences know, with what they say. */
export const wanted = (wants: Preferences, type: ProcedureType) =>
  ({
    material: wants.materials[type] ?? "",
    implantSystem: wants.implantSystem,
    implantRetention: wants.implantRetention,
    contact: wants.contact,
    occlusion: wants.occlusion,
    ponticDesign: wants.ponticDesign,
  }) satisfies Partial<RxItemValues>;

/** A new item as the brush says, the rest from the standing preferences. */
export function newItem(
  { procedureType, material, shade, wants = NO_PREFERENCES }: Brush,
  changes: Partial<RxItemValues>,
): RxItemValues {
  const standing = wanted(wants, procedureType);
  return {
    key: newKey(),
    procedureType,
    shade,
    shadeCervical: "",
    shadeIncisal: "",
    stumpShade: "",
    gingivalShade: "",
    implantPlatform: "",
    arch: "",
    teeth: [],
    notes: "",
    ...standing,
    material: material || standing.material,
    ...changes,
  };
}

/** Items whose blanks the standing preferences fill; what was chosen stays. */
export function withWanted(items: readonly RxItemValues[], wants: Preferences): RxItemValues[] {
  return items.map((item) => {
    const blanks = Object.entries(wanted(wants, item.procedureType)).filter(
      ([field, value]) => value && !item[field as keyof RxItemValues],
    );
    return { ...item, ...Object.fromEntries(blanks) };
  });
}
