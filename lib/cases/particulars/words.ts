/** What is asked about an item beside its teeth, with the values the database keeps (its domains) and what a person reads. */

export const PARTICULARS = [
  "material",
  "shade",
  "shade_zones",
  "stump_shade",
  "gingival_shade",
  "shade_photo",
  "implant_system",
  "implant_platform",
  "implant_retention",
  "contact",
  "occlusion",
  "pontic_design",
  "notes",
] as const;
export type Particular = (typeof PARTICULARS)[number];
export const PARTICULAR_LABEL: Record<Particular, string> = {
  material: "Material",
  shade: "Shade",
  shade_zones: "Cervical and incisal shade",
  stump_shade: "Stump shade",
  gingival_shade: "Gingival shade",
  shade_photo: "Shade photo",
  implant_system: "Implant system",
  implant_platform: "Implant platform",
  implant_retention: "Retention",
  contact: "Contacts",
  occlusion: "Occlusion",
  pontic_design: "Pontic design",
  notes: "Note",
};

export const DEMANDS = ["required", "asked", "hidden"] as const;
/** Submission waits for what is `required`; `asked` may stay blank; `hidden` is not offered and must stay blank. */
export type Demand = (typeof DEMANDS)[number];
export const DEMAND_LABEL: Record<Demand, string> = { required: "Required", asked: "Asked", hidden: "Hidden" };

export const STUMP_SHADES = ["ND1", "ND2", "ND3", "ND4", "ND5", "ND6", "ND7", "ND8", "ND9"] as const;
export type StumpShade = (typeof STUMP_SHADES)[number];

export const GINGIVAL_SHADES = [
  "light_pink",
  "medium_pink",
  "dark_pink",
  "reddish_pink",
  "light_brown",
  "dark_brown",
] as const;
export type GingivalShade = (typeof GINGIVAL_SHADES)[number];
export const GINGIVAL_LABEL: Record<GingivalShade, string> = {
  light_pink: "Light pink",
  medium_pink: "Medium pink",
  dark_pink: "Dark pink",
  reddish_pink: "Reddish pink",
  light_brown: "Light brown",
  dark_brown: "Dark brown",
};

export const CONTACTS = ["light", "normal", "tight", "open"] as const;
export type Contact = (typeof CONTACTS)[number];
export const CONTACT_LABEL: Record<Contact, string> = {
  light: "Light",
  normal: "Normal",
  tight: "Tight",
  open: "Open",
};

export const OCCLUSIONS = ["in", "light", "out"] as const;
export type Occlusion = (typeof OCCLUSIONS)[number];
export const OCCLUSION_LABEL: Record<Occlusion, string> = {
  in: "In occlusion",
  light: "Light",
  out: "Out of occlusion",
};

export const PONTIC_DESIGNS = ["modified_ridge_lap", "ridge_lap", "ovate", "conical", "hygienic"] as const;
export type PonticDesign = (typeof PONTIC_DESIGNS)[number];
export const PONTIC_LABEL: Record<PonticDesign, string> = {
  modified_ridge_lap: "Modified ridge lap",
  ridge_lap: "Ridge lap",
  ovate: "Ovate",
  conical: "Conical",
  hygienic: "Hygienic",
};

export const RETENTIONS = ["screw", "cement"] as const;
export type Retention = (typeof RETENTIONS)[number];
export const RETENTION_LABEL: Record<Retention, string> = { screw: "Screw-retained", cement: "Cemented" };

/** Things a practice sends along and has back with the finished case. */
export const ENCLOSED = [
  "articulator",
  "facebow",
  "impression_trays",
  "models",
  "bite",
  "shade_tab",
  "implant_parts",
  "old_work",
] as const;
export type Enclosed = (typeof ENCLOSED)[number];
export const ENCLOSED_LABEL: Record<Enclosed, string> = {
  articulator: "Articulator",
  facebow: "Facebow transfer",
  impression_trays: "Impression trays",
  models: "Models",
  bite: "Bite registration",
  shade_tab: "Shade tab",
  implant_parts: "Implant parts",
  old_work: "Old crown or denture",
};
