import type { ShipmentStatus } from "../vocabulary";

/** What a person reads of a pick-up's state. */
export const PICKUP_STATUS_LABEL: Record<ShipmentStatus, string> = {
  ready: "Asked for",
  scheduled: "Planned",
  in_transit: "Collected",
  delivered: "At the lab",
  failed: "Not collected",
  cancelled: "Called off",
};
