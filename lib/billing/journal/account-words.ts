/** What an account of the journal is for; a payment's method is one. */
export const PURPOSES = [
  "receivable",
  "revenue",
  "credited",
  "tax",
  "bank_transfer",
  "credit_card",
  "check",
  "cash",
  "other",
] as const;
export type Purpose = (typeof PURPOSES)[number];

export const PURPOSE_LABEL: Record<Purpose, string> = {
  receivable: "Owed by practices",
  revenue: "Sales",
  credited: "Credit notes",
  tax: "Tax on sales",
  bank_transfer: "Received by bank transfer",
  credit_card: "Received by card",
  check: "Received by cheque",
  cash: "Received in cash",
  other: "Received otherwise",
};

export type Account = { code: string; name: string };
/** An account as the lab sets it. `taxPercent` ("20.00") narrows the tax's to one rate; null is any other. */
export type SetAccount = Account & { purpose: Purpose; taxPercent: string | null };
