/** The field's own words, with the values the database keeps (its domains) and what a person reads. */

export const STAGES = [
  "receiving",
  "impression_scan",
  "design",
  "milling",
  "sintering",
  "quality_control",
  "delivery",
] as const;
export type Stage = (typeof STAGES)[number];
export const STAGE_LABEL: Record<Stage, string> = {
  receiving: "Receiving",
  impression_scan: "Impression scan",
  design: "Design",
  milling: "Milling",
  sintering: "Sintering",
  quality_control: "Quality control",
  delivery: "Delivery",
};

export const PROCEDURE_TYPES = [
  "crowns",
  "bridges",
  "implants",
  "veneers",
  "inlays_onlays",
  "posts_cores",
  "provisionals",
  "dentures",
  "partial_dentures",
  "night_guards",
  "retainers",
  "orthodontics",
  "sleep_appliances",
  "surgical_guides",
  "models",
  "repairs",
] as const;
export type ProcedureType = (typeof PROCEDURE_TYPES)[number];
/** One item of the type, as a person would say it. */
export const PROCEDURE_LABEL: Record<ProcedureType, string> = {
  crowns: "Crown",
  bridges: "Bridge",
  implants: "Implant crown",
  veneers: "Veneer",
  inlays_onlays: "Inlay or onlay",
  posts_cores: "Post and core",
  provisionals: "Provisional",
  dentures: "Full denture",
  partial_dentures: "Partial denture",
  night_guards: "Night guard",
  retainers: "Retainer",
  orthodontics: "Orthodontic appliance",
  sleep_appliances: "Sleep appliance",
  surgical_guides: "Surgical guide",
  models: "Model",
  repairs: "Repair",
};

export const MATERIALS = [
  "zirconia_full",
  "zirconia_multilayer",
  "zirconia_layered",
  "lithium_disilicate",
  "feldspathic",
  "pfm",
  "pfz",
  "full_cast_gold",
  "cobalt_chrome",
  "nickel_chrome",
  "titanium",
  "pmma",
  "hybrid_ceramic",
  "composite",
  "peek",
  "acrylic",
  "wax",
  "printed_resin",
] as const;
export type Material = (typeof MATERIALS)[number];
export const MATERIAL_LABEL: Record<Material, string> = {
  zirconia_full: "Zirconia, full contour",
  zirconia_multilayer: "Zirconia, multilayer",
  zirconia_layered: "Zirconia, layered",
  lithium_disilicate: "Lithium disilicate",
  feldspathic: "Feldspathic ceramic",
  pfm: "Porcelain fused to metal",
  pfz: "Porcelain fused to zirconia",
  full_cast_gold: "Full cast gold",
  cobalt_chrome: "Cobalt-chrome",
  nickel_chrome: "Nickel-chrome",
  titanium: "Titanium",
  pmma: "PMMA",
  hybrid_ceramic: "Hybrid ceramic",
  composite: "Composite",
  peek: "PEEK",
  acrylic: "Acrylic",
  wax: "Wax",
  printed_resin: "3D-print resin",
};

export const URGENCIES = ["standard", "rush", "emergency"] as const;
export type Urgency = (typeof URGENCIES)[number];
export const URGENCY_LABEL: Record<Urgency, string> = { standard: "Standard", rush: "Rush", emergency: "Emergency" };

export const CASE_STATUSES = [
  "submitted",
  "received",
  "processing",
  "designing",
  "milling",
  "qc",
  "ready",
  "delivered",
  "cancelled",
  "on_hold",
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];
export const CASE_STATUS_LABEL: Record<CaseStatus, string> = {
  submitted: "Submitted",
  received: "Received",
  processing: "Processing",
  designing: "Designing",
  milling: "Milling",
  qc: "Quality control",
  ready: "Ready",
  delivered: "Delivered",
  cancelled: "Cancelled",
  on_hold: "On hold",
};

export const WORKFLOW_STATUSES = ["pending", "in_progress", "completed", "blocked", "on_hold"] as const;
export type WorkflowStatus = (typeof WORKFLOW_STATUSES)[number];

export const ARCHES = ["upper", "lower", "both"] as const;
export type Arch = (typeof ARCHES)[number];
export const ARCH_LABEL: Record<Arch, string> = { upper: "Upper", lower: "Lower", both: "Both arches" };

/** VITA classical. */
export const VITA_CLASSICAL = [
  "A1",
  "A2",
  "A3",
  "A3.5",
  "A4",
  "B1",
  "B2",
  "B3",
  "B4",
  "C1",
  "C2",
  "C3",
  "C4",
  "D2",
  "D3",
  "D4",
] as const;
/** VITA 3D-Master: 26 shades by value, chroma and hue. */
export const VITA_3D_MASTER = [
  "1M1",
  "1M2",
  "2L1.5",
  "2L2.5",
  "2M1",
  "2M2",
  "2M3",
  "2R1.5",
  "2R2.5",
  "3L1.5",
  "3L2.5",
  "3M1",
  "3M2",
  "3M3",
  "3R1.5",
  "3R2.5",
  "4L1.5",
  "4L2.5",
  "4M1",
  "4M2",
  "4M3",
  "4R1.5",
  "4R2.5",
  "5M1",
  "5M2",
  "5M3",
] as const;
/** The bleach shades of the same guide. */
export const BLEACH_SHADES = ["0M1", "0M2", "0M3"] as const;
/** The bleach shades BL1–BL4 that press and glass ceramics are sold in. */
export const BL_SHADES = ["BL1", "BL2", "BL3", "BL4"] as const;
export const SHADE_GUIDES = ["vita_classical", "vita_3d_master", "bleach"] as const;
export type ShadeGuide = (typeof SHADE_GUIDES)[number];
export const SHADE_GUIDE_LABEL: Record<ShadeGuide, string> = {
  vita_classical: "VITA classical",
  vita_3d_master: "VITA 3D-Master",
  bleach: "Bleach",
};
export const SHADES_OF: Record<ShadeGuide, readonly string[]> = {
  vita_classical: VITA_CLASSICAL,
  vita_3d_master: VITA_3D_MASTER,
  bleach: [...BLEACH_SHADES, ...BL_SHADES],
};
export const SHADES: readonly string[] = SHADE_GUIDES.flatMap((guide) => SHADES_OF[guide]);
