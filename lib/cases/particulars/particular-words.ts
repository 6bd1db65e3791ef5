import type { ItemParticulars } from "./item-particulars";
import { CONTACT_LABEL, GINGIVAL_LABEL, OCCLUSION_LABEL, PONTIC_LABEL, RETENTION_LABEL } from "./words";

/** The shade as a ceramist reads it: "A3", or with what differs from the body "A3, cervical A3.5, incisal A2". Null when none is said. */
export function shadeWords(
  shade: string | null,
  { shadeCervical, shadeIncisal }: Pick<ItemParticulars, "shadeCervical" | "shadeIncisal">,
): string | null {
  const parts = [shade, shadeCervical && `cervical ${shadeCervical}`, shadeIncisal && `incisal ${shadeIncisal}`];
  return parts.filter(Boolean).join(", ") || null;
}

/** The other particulars that were given, each as words that stand alone: "Stump ND3", "Contacts tight", "Out of occlusion". */
export function particularWords(of: ItemParticulars): string[] {
  const implant = [
    of.implantSystem,
    of.implantPlatform && `platform ${of.implantPlatform}`,
    of.implantRetention && RETENTION_LABEL[of.implantRetention].toLowerCase(),
  ].filter(Boolean);
  const occlusion = of.occlusion && (of.occlusion === "light" ? "Light occlusion" : OCCLUSION_LABEL[of.occlusion]);
  return [
    implant.length > 0 ? implant.join(", ") : null,
    of.stumpShade && `Stump ${of.stumpShade}`,
    of.gingivalShade && `Gingiva ${GINGIVAL_LABEL[of.gingivalShade].toLowerCase()}`,
    of.contact && `Contacts ${CONTACT_LABEL[of.contact].toLowerCase()}`,
    occlusion,
    of.ponticDesign && `${PONTIC_LABEL[of.ponticDesign]} pontic`,
  ].filter((words) => words !== null);
}
