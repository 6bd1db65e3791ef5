/** The values of the domains `practice_status` and `invoice_mode`, with what a person reads. */

export const PRACTICE_STATUSES = ["active", "suspended", "closed"] as const;
export type PracticeStatus = (typeof PRACTICE_STATUSES)[number];
export const PRACTICE_STATUS_LABEL: Record<PracticeStatus, string> = {
  active: "Active",
  suspended: "Suspended",
  closed: "Closed",
};

export const INVOICE_MODES = ["per_case", "monthly"] as const;
export type InvoiceMode = (typeof INVOICE_MODES)[number];
export const INVOICE_MODE_LABEL: Record<InvoiceMode, string> = {
  per_case: "One invoice per case",
  monthly: "One invoice a month",
};
