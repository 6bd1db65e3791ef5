/** The values of the domains `shipment_status`, `route_status` and `stop_status`, with what a person reads. */

const SHIPMENT_STATUSES = ["ready", "scheduled", "in_transit", "delivered", "failed", "cancelled"] as const;
export type ShipmentStatus = (typeof SHIPMENT_STATUSES)[number];
export const SHIPMENT_STATUS_LABEL: Record<ShipmentStatus, string> = {
  ready: "Ready to go",
  scheduled: "On a route",
  in_transit: "On the road",
  delivered: "Delivered",
  failed: "Failed",
  cancelled: "Unpacked",
};

const ROUTE_STATUSES = ["planned", "in_progress", "completed", "cancelled"] as const;
export type RouteStatus = (typeof ROUTE_STATUSES)[number];
export const ROUTE_STATUS_LABEL: Record<RouteStatus, string> = {
  planned: "Planned",
  in_progress: "On the road",
  completed: "Completed",
  cancelled: "Cancelled",
};

const STOP_STATUSES = ["planned", "arrived", "delivered", "failed", "skipped"] as const;
export type StopStatus = (typeof STOP_STATUSES)[number];
export const STOP_STATUS_LABEL: Record<StopStatus, string> = {
  planned: "To do",
  arrived: "Arrived",
  delivered: "Delivered",
  failed: "Failed",
  skipped: "Later",
};
