import { APPLICATION_LABEL, type ApplicationStatus } from "@/lib/network/vocabulary";
import { StatusBadge } from "../ui/badge";
import type { Tone } from "../ui/tone";

const TONE: Record<ApplicationStatus, Tone> = {
  unconfirmed: "neutral",
  submitted: "info",
  in_review: "progress",
  question: "warning",
  approved: "success",
  rejected: "danger",
  withdrawn: "neutral",
};

/** How an application stands, for the lab. */
export function ApplicationStatusBadge({ status }: { status: ApplicationStatus }) {
  return <StatusBadge tone={TONE[status]}>{APPLICATION_LABEL[status]}</StatusBadge>;
}
