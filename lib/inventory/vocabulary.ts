/** Stock's own words, with the values the database keeps (its domains) and what a person reads. */

export const ITEM_CATEGORIES = ["materials", "tools", "equipment", "consumables", "supplies"] as const;
export type ItemCategory = (typeof ITEM_CATEGORIES)[number];
export const ITEM_CATEGORY_LABEL: Record<ItemCategory, string> = {
  materials: "Materials",
  tools: "Tools",
  equipment: "Equipment",
  consumables: "Consumables",
  supplies: "Supplies",
};

export const MOVEMENT_TYPES = ["in", "out", "adjustment", "damage", "write_off"] as const;
export type MovementType = (typeof MOVEMENT_TYPES)[number];
export const MOVEMENT_LABEL: Record<MovementType, string> = {
  in: "Received",
  out: "Used",
  adjustment: "Adjusted",
  damage: "Damaged",
  write_off: "Written off",
};

export const COUNT_STATUSES = ["open", "approved", "cancelled"] as const;
export type CountStatus = (typeof COUNT_STATUSES)[number];
export const COUNT_STATUS_LABEL: Record<CountStatus, string> = {
  open: "Being counted",
  approved: "Approved",
  cancelled: "Cancelled",
};

/** What a supplier is rated by, 1 (poor) to 5 (very good); the database makes the mean. */
export const RATED_BY = ["quality", "delivery", "price", "service"] as const;
export type RatedBy = (typeof RATED_BY)[number];
export const RATED_BY_LABEL: Record<RatedBy, string> = {
  quality: "Quality",
  delivery: "Delivery on time",
  price: "Price",
  service: "Service",
};

/** Units that are offered; a lab may write others. */
export const USUAL_UNITS = ["piece", "disc", "block", "g", "kg", "ml", "litre", "can", "pack", "pair"] as const;
