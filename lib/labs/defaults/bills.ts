import type { Material, ProcedureType, Stage } from "@/lib/cases/vocabulary";

/** The groups that a lab's bills name at first; the lab puts its own stock items into them. */
export const DEFAULT_GROUPS = [
  { key: "zirconia", name: "Zirconia disc", unit: "disc" },
  { key: "disilicate", name: "Lithium disilicate block", unit: "block" },
  { key: "pmma", name: "PMMA disc", unit: "disc" },
  { key: "cobalt_chrome", name: "Cobalt-chrome disc", unit: "disc" },
  { key: "acrylic", name: "Denture acrylic", unit: "kg" },
  { key: "resin", name: "Model resin", unit: "litre" },
  { key: "glaze", name: "Glaze", unit: "can" },
  { key: "box", name: "Case box", unit: "piece" },
] as const;

export type GroupKey = (typeof DEFAULT_GROUPS)[number]["key"];
export type BillDefault = {
  procedureType: ProcedureType;
  material?: Material;
  stage: Stage;
  group: GroupKey;
  quantity: string;
  per: "unit" | "item" | "arch";
  /** Must be traced to a lot: what stays in the patient's mouth. */
  traced: boolean;
};

const ZIRCONIA: Material[] = ["zirconia_full", "zirconia_multilayer", "zirconia_layered"];
const FIXED: ProcedureType[] = ["crowns", "bridges", "implants", "veneers", "inlays_onlays"];

const line = (
  procedureType: ProcedureType,
  stage: Stage,
  group: GroupKey,
  quantity: string,
  more: Partial<BillDefault> = {},
): BillDefault => ({ procedureType, stage, group, quantity, per: "unit", traced: false, ...more });

const fixed = FIXED.flatMap((type) => [
  ...ZIRCONIA.map((material) => line(type, "milling", "zirconia", "0.04", { material })),
  line(type, "milling", "disilicate", "1", { material: "lithium_disilicate" }),
  line(type, "milling", "pmma", "0.05", { material: "pmma" }),
  line(type, "milling", "cobalt_chrome", "0.04", { material: "pfm" }),
  line(type, "sintering", "glaze", "0.01"),
]);

/**
 * The bills a lab starts with. A disc of 98 mm gives some 25 units of zirconia or metal and 20 of PMMA (trade figures, common
 * professional knowledge); what a lab really uses it enters itself. Nothing is made to be traced until the lab says so.
 */
export const DEFAULT_BILLS: BillDefault[] = [
  ...fixed,
  line("provisionals", "milling", "pmma", "0.05"),
  line("partial_dentures", "milling", "cobalt_chrome", "0.3", { per: "arch" }),
  line("dentures", "design", "acrylic", "0.06", { per: "arch" }),
  line("night_guards", "design", "acrylic", "0.03", { per: "arch" }),
  line("surgical_guides", "milling", "resin", "0.05", { per: "item" }),
  line("models", "milling", "resin", "0.09", { per: "arch" }),
];
