/** Billing's own words, with the values the database keeps (its domains) and what a person reads. */

export const INVOICE_STATUSES = ["draft", "sent", "partly_paid", "paid", "overdue", "cancelled", "refunded"] as const;
export type InvoiceStatus = (typeof INVOICE_STATUSES)[number];
export const INVOICE_STATUS_LABEL: Record<InvoiceStatus, string> = {
  draft: "Draft",
  sent: "Sent",
  partly_paid: "Partly paid",
  paid: "Paid",
  overdue: "Overdue",
  cancelled: "Cancelled",
  refunded: "Credited",
};
/** Those on which money is still awaited. */
const OPEN_STATUSES = ["sent", "partly_paid", "overdue"] as const satisfies readonly InvoiceStatus[];
/** Whether money is still awaited on an invoice of this status. */
export const isOpen = (status: InvoiceStatus) => OPEN_STATUSES.some((open) => open === status);

export const PAYMENT_METHODS = ["bank_transfer", "credit_card", "check", "cash", "other"] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];
export const PAYMENT_METHOD_LABEL: Record<PaymentMethod, string> = {
  bank_transfer: "Bank transfer",
  credit_card: "Card",
  check: "Cheque",
  cash: "Cash",
  other: "Other",
};

export const PRICE_UNITS = ["unit", "arch", "case"] as const;
export type PriceUnit = (typeof PRICE_UNITS)[number];
export const PRICE_UNIT_LABEL: Record<PriceUnit, string> = { unit: "per unit", arch: "per arch", case: "per case" };

/** Why a drafted line has no price or tax yet; the invoice cannot be sent before someone has set it. */
const INVOICE_EXCEPTIONS = ["no_price_list", "no_price", "no_tax_rate"] as const;
export type InvoiceException = (typeof INVOICE_EXCEPTIONS)[number];
export const INVOICE_EXCEPTION_LABEL: Record<InvoiceException, string> = {
  no_price_list: "No price list was valid on the day of delivery",
  no_price: "The price list has no price for this",
  no_tax_rate: "No tax rate was valid on the day of delivery",
};

export const INVOICE_MODES = ["per_case", "monthly"] as const;
export type InvoiceMode = (typeof INVOICE_MODES)[number];
