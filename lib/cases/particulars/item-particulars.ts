import { sql } from "@/lib/db/sql";
import type { RxItem } from "../completeness";

/** What is written about an item beside its place, material, shade and note; blanks are null. */
export type ItemParticulars = Pick<
  RxItem,
  | "shadeCervical"
  | "shadeIncisal"
  | "stumpShade"
  | "gingivalShade"
  | "implantSystem"
  | "implantPlatform"
  | "implantRetention"
  | "contact"
  | "occlusion"
  | "ponticDesign"
>;

/** The particulars of the item `i` of a query, as JSON of type `ItemParticulars`. */
export const particularsOf = sql`jsonb_build_object('shadeCervical', i.shade_cervical, 'shadeIncisal', i.shade_incisal,
  'stumpShade', i.stump_shade, 'gingivalShade', i.gingival_shade, 'implantSystem', i.implant_system, 'implantPlatform', i.implant_platform,
  'implantRetention', i.implant_retention, 'contact', i.contact, 'occlusion', i.occlusion, 'ponticDesign', i.pontic_design)`;
