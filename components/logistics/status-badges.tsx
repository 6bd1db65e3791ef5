import {
  ROUTE_STATUS_LABEL,
  type RouteStatus,
  SHIPMENT_STATUS_LABEL,
  type ShipmentStatus,
  STOP_STATUS_LABEL,
  type StopStatus,
} from "@/lib/logistics/vocabulary";
import { StatusBadge } from "../ui/badge";
import type { Tone } from "../ui/tone";

const SHIPMENT_TONE: Record<ShipmentStatus, Tone> = {
  ready: "info",
  scheduled: "progress",
  in_transit: "progress",
  delivered: "success",
  failed: "danger",
  cancelled: "neutral",
};
const ROUTE_TONE: Record<RouteStatus, Tone> = {
  planned: "info",
  in_progress: "progress",
  completed: "success",
  cancelled: "neutral",
};
const STOP_TONE: Record<StopStatus, Tone> = {
  planned: "neutral",
  arrived: "progress",
  delivered: "success",
  failed: "danger",
  skipped: "warning",
};

export function ShipmentStatusBadge({ status }: { status: ShipmentStatus }) {
  return <StatusBadge tone={SHIPMENT_TONE[status]}>{SHIPMENT_STATUS_LABEL[status]}</StatusBadge>;
}

export function RouteStatusBadge({ status }: { status: RouteStatus }) {
  return <StatusBadge tone={ROUTE_TONE[status]}>{ROUTE_STATUS_LABEL[status]}</StatusBadge>;
}

export function StopStatusBadge({ status }: { status: StopStatus }) {
  return <StatusBadge tone={STOP_TONE[status]}>{STOP_STATUS_LABEL[status]}</StatusBadge>;
}
