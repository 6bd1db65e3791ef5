import type { Material, ProcedureType, Stage } from "@/lib/cases/vocabulary";

export type TemplateDefault = {
  procedureType: ProcedureType;
  /** A template of one material stands before the general one of its procedure type. */
  material?: Material;
  name: string;
  /** Working days in the lab when rushed. */
  rushDays: number;
  /** The stages an item passes, in order, with the working days each takes; delivery takes none in the lab. */
  stages: [Stage, number][];
};

const milledAndSintered = (design: number, milling: number, sintering: number): [Stage, number][] => [
  ["receiving", 0],
  ["impression_scan", 0.5],
  ["design", design],
  ["milling", milling],
  ["sintering", sintering],
  ["quality_control", 0.5],
  ["delivery", 0],
];
const milledOnly = (scan: number, design: number, milling: number): [Stage, number][] => [
  ["receiving", 0],
  ["impression_scan", scan],
  ["design", design],
  ["milling", milling],
  ["quality_control", 0.5],
  ["delivery", 0],
];

/**
 * The working days a lab starts with: single crown 4–6, full-contour zirconia 3–4, layered and PFM 5–9, 3-unit bridge 7–9,
 * implant 10–14, denture 5 with both appointments, repair 1–2, guard 3, sleep appliance 10, rush 24–48 h (trade figures,
 * common professional knowledge). Not everything is milled and sintered: a PMMA provisional skips sintering, a guard both.
 */
export const DEFAULT_TEMPLATES: TemplateDefault[] = [
  { procedureType: "crowns", name: "Crown", rushDays: 2, stages: milledAndSintered(1, 1, 1) },
  {
    procedureType: "crowns",
    material: "lithium_disilicate",
    name: "Crown, lithium disilicate",
    rushDays: 2,
    stages: milledAndSintered(1, 1, 1),
  },
  {
    procedureType: "crowns",
    material: "zirconia_layered",
    name: "Crown, layered zirconia",
    rushDays: 3,
    stages: milledAndSintered(1, 1, 3),
  },
  {
    procedureType: "crowns",
    material: "pfm",
    name: "Crown, porcelain fused to metal",
    rushDays: 3,
    stages: milledAndSintered(1, 1.5, 3),
  },
  {
    procedureType: "crowns",
    material: "full_cast_gold",
    name: "Crown, full cast gold",
    rushDays: 3,
    stages: milledOnly(0.5, 1, 2),
  },
  { procedureType: "bridges", name: "Bridge", rushDays: 4, stages: milledAndSintered(2, 2, 2) },
  { procedureType: "implants", name: "Implant crown", rushDays: 5, stages: milledAndSintered(4, 3, 2) },
  { procedureType: "veneers", name: "Veneer", rushDays: 3, stages: milledAndSintered(2, 1, 2) },
  { procedureType: "inlays_onlays", name: "Inlay or onlay", rushDays: 2, stages: milledAndSintered(1, 1, 1) },
  { procedureType: "posts_cores", name: "Post and core", rushDays: 2, stages: milledOnly(0.5, 1, 2) },
  { procedureType: "provisionals", name: "Provisional", rushDays: 1, stages: milledOnly(0.5, 0.5, 0.5) },
  {
    procedureType: "dentures",
    name: "Full denture",
    rushDays: 3,
    stages: [
      ["receiving", 0],
      ["impression_scan", 1],
      ["design", 3.5],
      ["quality_control", 0.5],
      ["delivery", 0],
    ],
  },
  { procedureType: "partial_dentures", name: "Partial denture", rushDays: 4, stages: milledOnly(1, 2.5, 3) },
  {
    procedureType: "night_guards",
    name: "Night guard",
    rushDays: 1,
    stages: [
      ["receiving", 0],
      ["impression_scan", 0.5],
      ["design", 2],
      ["quality_control", 0.5],
      ["delivery", 0],
    ],
  },
  {
    procedureType: "retainers",
    name: "Retainer",
    rushDays: 1,
    stages: [
      ["receiving", 0],
      ["impression_scan", 0.5],
      ["design", 2],
      ["quality_control", 0.5],
      ["delivery", 0],
    ],
  },
  {
    procedureType: "orthodontics",
    name: "Orthodontic appliance",
    rushDays: 3,
    stages: [
      ["receiving", 0],
      ["impression_scan", 1],
      ["design", 4.5],
      ["quality_control", 0.5],
      ["delivery", 0],
    ],
  },
  { procedureType: "sleep_appliances", name: "Sleep appliance", rushDays: 5, stages: milledOnly(1, 5, 3.5) },
  { procedureType: "surgical_guides", name: "Surgical guide", rushDays: 2, stages: milledOnly(0.5, 3, 1) },
  { procedureType: "models", name: "Model", rushDays: 1, stages: milledOnly(0.5, 0.5, 0.5) },
  {
    procedureType: "repairs",
    name: "Repair",
    rushDays: 1,
    stages: [
      ["receiving", 0],
      ["design", 1.5],
      ["quality_control", 0.5],
      ["delivery", 0],
    ],
  },
];
