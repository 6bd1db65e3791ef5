import { INVOICE_STATUS_LABEL, type InvoiceStatus } from "@/lib/billing/vocabulary";
import { StatusBadge } from "../ui/badge";
import type { Tone } from "../ui/tone";

const TONE: Record<InvoiceStatus, Tone> = {
  draft: "neutral",
  sent: "info",
  partly_paid: "progress",
  paid: "success",
  overdue: "danger",
  cancelled: "neutral",
  refunded: "warning",
};

/** Where an invoice stands. */
export function InvoiceStatusBadge({ status }: { status: InvoiceStatus }) {
  return <StatusBadge tone={TONE[status]}>{INVOICE_STATUS_LABEL[status]}</StatusBadge>;
}
