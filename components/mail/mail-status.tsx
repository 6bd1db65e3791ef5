import type { MailStatus } from "@/lib/mail/queries";
import { StatusBadge } from "../ui/badge";
import type { Tone } from "../ui/tone";

export const MAIL_STATUS: Record<MailStatus, { label: string; tone: Tone }> = {
  queued: { label: "Waiting", tone: "info" },
  sent: { label: "Sent", tone: "success" },
  failed: { label: "Failed", tone: "danger" },
  kept: { label: "Kept here", tone: "neutral" },
};

export function MailStatusBadge({ status }: { status: MailStatus }) {
  const { label, tone } = MAIL_STATUS[status];
  return <StatusBadge tone={tone}>{label}</StatusBadge>;
}
