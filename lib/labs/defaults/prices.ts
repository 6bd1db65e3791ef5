import type { Material, ProcedureType } from "@/lib/cases/vocabulary";

export type PriceDefault = {
  procedureType: ProcedureType;
  material?: Material;
  per: "unit" | "arch" | "case";
  price: string;
};

/** A first price list, in the lab's currency and net of tax: a place to start from, every lab changes it. */
export const DEFAULT_PRICES: PriceDefault[] = [
  { procedureType: "crowns", per: "unit", price: "95.00" },
  { procedureType: "crowns", material: "zirconia_full", per: "unit", price: "89.00" },
  { procedureType: "crowns", material: "zirconia_layered", per: "unit", price: "125.00" },
  { procedureType: "crowns", material: "lithium_disilicate", per: "unit", price: "110.00" },
  { procedureType: "crowns", material: "pfm", per: "unit", price: "105.00" },
  { procedureType: "crowns", material: "full_cast_gold", per: "unit", price: "210.00" },
  { procedureType: "bridges", per: "unit", price: "92.00" },
  { procedureType: "implants", per: "unit", price: "240.00" },
  { procedureType: "veneers", per: "unit", price: "135.00" },
  { procedureType: "inlays_onlays", per: "unit", price: "85.00" },
  { procedureType: "posts_cores", per: "unit", price: "60.00" },
  { procedureType: "provisionals", per: "unit", price: "32.00" },
  { procedureType: "dentures", per: "arch", price: "285.00" },
  { procedureType: "partial_dentures", per: "arch", price: "310.00" },
  { procedureType: "night_guards", per: "arch", price: "75.00" },
  { procedureType: "retainers", per: "arch", price: "48.00" },
  { procedureType: "orthodontics", per: "arch", price: "150.00" },
  { procedureType: "sleep_appliances", per: "case", price: "320.00" },
  { procedureType: "surgical_guides", per: "case", price: "180.00" },
  { procedureType: "models", per: "arch", price: "22.00" },
  { procedureType: "repairs", per: "case", price: "45.00" },
];
/** Added to an item's price when the case is rushed (percent). */
export const DEFAULT_RUSH_SURCHARGE_PERCENT = "35.00";
