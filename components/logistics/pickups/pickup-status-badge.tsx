import { PICKUP_STATUS_LABEL } from "@/lib/logistics/pickups/words";
import type { ShipmentStatus } from "@/lib/logistics/vocabulary";
import { StatusBadge } from "../../ui/badge";
import type { Tone } from "../../ui/tone";

const TONE: Record<ShipmentStatus, Tone> = {
  ready: "info",
  scheduled: "progress",
  in_transit: "progress",
  delivered: "success",
  failed: "danger",
  cancelled: "neutral",
};

export function PickupStatusBadge({ status }: { status: ShipmentStatus }) {
  return <StatusBadge tone={TONE[status]}>{PICKUP_STATUS_LABEL[status]}</StatusBadge>;
}
