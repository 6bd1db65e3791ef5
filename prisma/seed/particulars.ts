import { NO_PREFERENCES, type Preferences } from "@/lib/cases/particulars/preferences";
import type { World } from "./world";

const PREFERENCES: Preferences = {
  ...NO_PREFERENCES,
  materials: { crowns: "zirconia_multilayer", bridges: "zirconia_layered", night_guards: "acrylic" },
  shadeGuide: "vita_classical",
  contact: "normal",
  occlusion: "light",
  ponticDesign: "modified_ridge_lap",
  implantSystem: "Straumann BLT",
  implantRetention: "screw",
};

/**
 * Gives the prescriptions of a lab the particulars that dentists write, one pattern by each case's number so that the same story
 * comes out twice: implants with their platforms, fit and stump shades, trays and articulators that come along. The first dentist of
 * the lab keeps standing preferences.
 */
export async function seedParticulars({ owner, labId }: World): Promise<void> {
  await owner.query(
    `UPDATE case_items i SET
       implant_system = CASE WHEN i.procedure_type = 'implants' THEN (ARRAY['Straumann BLT', 'NobelActive', 'Astra Tech EV'])[x.n % 3 + 1] END,
       implant_platform = CASE WHEN i.procedure_type = 'implants' THEN (ARRAY['RC', 'RP', '4.2'])[x.n % 3 + 1] END,
       implant_retention = CASE WHEN i.procedure_type = 'implants' THEN (ARRAY['screw', 'screw', 'cement'])[x.n % 3 + 1] END,
       contact = CASE WHEN i.procedure_type IN ('crowns', 'bridges', 'implants') THEN (ARRAY['normal', 'tight', 'light'])[x.n % 3 + 1] END,
       occlusion = CASE WHEN i.procedure_type IN ('crowns', 'bridges', 'implants', 'night_guards') THEN (ARRAY['in', 'light'])[x.n % 2 + 1] END,
       stump_shade = CASE WHEN i.procedure_type IN ('crowns', 'veneers') AND i.shade IS NOT NULL AND x.n % 4 = 0 THEN 'ND' || x.n % 5 + 1 END,
       shade_incisal = CASE WHEN i.procedure_type = 'veneers' THEN 'A1' END,
       gingival_shade = CASE WHEN i.procedure_type IN ('dentures', 'partial_dentures') THEN 'medium_pink' END,
       pontic_design = CASE WHEN i.procedure_type = 'bridges' THEN (ARRAY['modified_ridge_lap', 'ovate'])[x.n % 2 + 1] END
     FROM (SELECT id, right(number, 6)::int AS n FROM cases WHERE lab_id = $1) x WHERE i.lab_id = $1 AND i.case_id = x.id`,
    [labId],
  );
  await owner.query(
    `UPDATE cases SET enclosures = CASE WHEN right(number, 6)::int % 2 = 0 THEN ARRAY['impression_trays', 'bite'] ELSE ARRAY['articulator', 'models'] END
     WHERE lab_id = $1 AND impression = 'physical'`,
    [labId],
  );
  await owner.query(
    `UPDATE dentist_profiles SET preferences = $2 WHERE id = (SELECT id FROM dentist_profiles WHERE lab_id = $1 ORDER BY user_id IS NULL, id LIMIT 1)`,
    [labId, JSON.stringify(PREFERENCES)],
  );
}
