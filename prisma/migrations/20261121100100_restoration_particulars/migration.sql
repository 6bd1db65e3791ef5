-- The particulars of an item beside tooth, material and shade.
CREATE DOMAIN tooth_shade AS text CHECK (VALUE IN ('A1', 'A2', 'A3', 'A3.5', 'A4', 'B1', 'B2', 'B3', 'B4', 'C1', 'C2', 'C3', 'C4',
  'D2', 'D3', 'D4', '1M1', '1M2', '2L1.5', '2L2.5', '2M1', '2M2', '2M3', '2R1.5', '2R2.5', '3L1.5', '3L2.5', '3M1', '3M2', '3M3',
  '3R1.5', '3R2.5', '4L1.5', '4L2.5', '4M1', '4M2', '4M3', '4R1.5', '4R2.5', '5M1', '5M2', '5M3', '0M1', '0M2', '0M3',
  'BL1', 'BL2', 'BL3', 'BL4'));
CREATE DOMAIN stump_shade AS text CHECK (VALUE IN ('ND1', 'ND2', 'ND3', 'ND4', 'ND5', 'ND6', 'ND7', 'ND8', 'ND9'));
CREATE DOMAIN gingival_shade AS text CHECK (VALUE IN ('light_pink', 'medium_pink', 'dark_pink', 'reddish_pink', 'light_brown', 'dark_brown'));
CREATE DOMAIN proximal_contact AS text CHECK (VALUE IN ('light', 'normal', 'tight', 'open'));
CREATE DOMAIN occlusion_contact AS text CHECK (VALUE IN ('in', 'light', 'out'));
CREATE DOMAIN pontic_design AS text CHECK (VALUE IN ('modified_ridge_lap', 'ridge_lap', 'ovate', 'conical', 'hygienic'));
CREATE DOMAIN restoration_particular AS text CHECK (VALUE IN ('material', 'shade', 'shade_zones', 'stump_shade', 'gingival_shade',
  'shade_photo', 'implant_system', 'implant_platform', 'implant_retention', 'contact', 'occlusion', 'pontic_design', 'notes'));
CREATE DOMAIN particular_demand AS text CHECK (VALUE IN ('required', 'asked', 'hidden'));

-- Which items have an implant is for the lab's rules to say (a surgical guide is drilled for one).
ALTER TABLE case_items DROP CONSTRAINT case_items_implant,
  ADD COLUMN shade_cervical tooth_shade, ADD COLUMN shade_incisal tooth_shade, ADD COLUMN stump_shade stump_shade,
  ADD COLUMN gingival_shade gingival_shade, ADD COLUMN contact proximal_contact, ADD COLUMN occlusion occlusion_contact,
  ADD COLUMN pontic_design pontic_design;

-- What the practice sends along and has back with the finished case.
ALTER TABLE cases ADD COLUMN enclosures text[] NOT NULL DEFAULT '{}',
  ADD CONSTRAINT cases_enclosures CHECK (enclosures <@ ARRAY['articulator', 'facebow', 'impression_trays', 'models', 'bite', 'shade_tab',
    'implant_parts', 'old_work']);

-- What is asked, required or hidden about a restoration: whatever its material, or of one material alone.
CREATE TABLE restoration_particulars (
  id uuid NOT NULL DEFAULT uuid_v7(),
  lab_id uuid NOT NULL DEFAULT app_lab_id(),
  procedure_type procedure_type NOT NULL,
  material material,
  particular restoration_particular NOT NULL,
  demand particular_demand NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  deleted_at timestamptz(3),
  CONSTRAINT restoration_particulars_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX restoration_particulars_lab_id_id_key ON restoration_particulars (lab_id, id);
CREATE UNIQUE INDEX restoration_particulars_one_rule ON restoration_particulars (lab_id, procedure_type, particular, coalesce(material::text, ''))
  WHERE deleted_at IS NULL;
SELECT secure_table('restoration_particulars'), allow_rows('restoration_particulars', 'casepan_portal', 'SELECT', 'true');

-- The rules of labs that are open already; a new lab gets them from lib/cases/particulars/defaults.ts.
INSERT INTO restoration_particulars (lab_id, procedure_type, material, particular, demand)
SELECT l.id, t.type, d.material, d.particular, d.demand
FROM labs l CROSS JOIN (VALUES
  (NULL, 'material', 'required', '{crowns,bridges,implants,veneers,inlays_onlays,posts_cores,provisionals,dentures,partial_dentures,night_guards,retainers,orthodontics,sleep_appliances,surgical_guides}'),
  (NULL, 'material', 'asked', '{models,repairs}'),
  (NULL, 'notes', 'asked', '{crowns,bridges,implants,veneers,inlays_onlays,posts_cores,provisionals,dentures,partial_dentures,night_guards,retainers,orthodontics,sleep_appliances,surgical_guides,models}'),
  (NULL, 'notes', 'required', '{repairs}'),
  (NULL, 'shade', 'required', '{crowns,bridges,implants,veneers,inlays_onlays,provisionals,dentures,partial_dentures}'),
  (NULL, 'shade_zones', 'asked', '{crowns,bridges,implants,veneers,inlays_onlays}'),
  (NULL, 'stump_shade', 'asked', '{crowns,bridges,veneers,inlays_onlays}'),
  (NULL, 'gingival_shade', 'asked', '{implants,dentures,partial_dentures}'),
  (NULL, 'shade_photo', 'asked', '{crowns,bridges,implants,veneers,inlays_onlays}'),
  (NULL, 'contact', 'asked', '{crowns,bridges,implants,veneers,inlays_onlays,provisionals}'),
  (NULL, 'occlusion', 'asked', '{crowns,bridges,implants,inlays_onlays,provisionals,dentures,partial_dentures,night_guards}'),
  (NULL, 'pontic_design', 'asked', '{bridges}'),
  (NULL, 'implant_system', 'required', '{implants}'),
  (NULL, 'implant_platform', 'required', '{implants}'),
  (NULL, 'implant_retention', 'required', '{implants}'),
  (NULL, 'implant_system', 'asked', '{surgical_guides}'),
  (NULL, 'implant_platform', 'asked', '{surgical_guides}'),
  ('full_cast_gold', 'shade', 'hidden', '{crowns,bridges,implants,inlays_onlays}'),
  ('full_cast_gold', 'shade_zones', 'hidden', '{crowns,bridges,implants,inlays_onlays}'),
  ('full_cast_gold', 'stump_shade', 'hidden', '{crowns,bridges,inlays_onlays}'),
  ('full_cast_gold', 'shade_photo', 'hidden', '{crowns,bridges,implants,inlays_onlays}'),
  ('cobalt_chrome', 'shade', 'hidden', '{crowns,bridges}'),
  ('cobalt_chrome', 'shade_zones', 'hidden', '{crowns,bridges}'),
  ('cobalt_chrome', 'stump_shade', 'hidden', '{crowns,bridges}'),
  ('cobalt_chrome', 'shade_photo', 'hidden', '{crowns,bridges}'),
  ('nickel_chrome', 'shade', 'hidden', '{crowns,bridges}'),
  ('nickel_chrome', 'shade_zones', 'hidden', '{crowns,bridges}'),
  ('nickel_chrome', 'stump_shade', 'hidden', '{crowns,bridges}'),
  ('nickel_chrome', 'shade_photo', 'hidden', '{crowns,bridges}'),
  ('titanium', 'shade', 'hidden', '{implants}'),
  ('titanium', 'shade_zones', 'hidden', '{implants}'),
  ('titanium', 'shade_photo', 'hidden', '{implants}')
) AS d(material, particular, demand, types), unnest(d.types::text[]) AS t(type);

-- A practice keeps the standing preferences of the dentists who prescribe at it.
GRANT UPDATE (preferences) ON dentist_profiles TO casepan_portal;
