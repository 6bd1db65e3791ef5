import { LEAVE_STATUS_LABEL, type LeaveStatus } from "@/lib/staff/vocabulary";
import { StatusBadge } from "../../ui/badge";
import type { Tone } from "../../ui/tone";

const TONE: Record<LeaveStatus, Tone> = {
  requested: "progress",
  approved: "success",
  rejected: "danger",
  withdrawn: "neutral",
};

/** How a leave request stands, by word and shape. */
export function LeaveStatusBadge({ status }: { status: LeaveStatus }) {
  return <StatusBadge tone={TONE[status]}>{LEAVE_STATUS_LABEL[status]}</StatusBadge>;
}
