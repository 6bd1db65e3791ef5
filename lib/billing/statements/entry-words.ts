import type { AccountEntry, EntryKind } from "./account";

export const ENTRY_LABEL: Record<EntryKind, string> = {
  invoice: "Invoice",
  cancellation: "Invoice cancelled",
  credit_note: "Credit note",
  payment: "Payment",
  refund: "Refund",
};

/** What an entry is, such as "Credit note CN-2026-000004". */
export const entryName = ({ kind, number }: Pick<AccountEntry, "kind" | "number">): string =>
  number ? `${ENTRY_LABEL[kind]} ${number}` : ENTRY_LABEL[kind];

/** The words beside it: the case, the invoice it credits, or the payer's reference. */
export const entryDetail = ({ kind, detail }: Pick<AccountEntry, "kind" | "detail">): string =>
  detail && kind === "credit_note" ? `for ${detail}` : (detail ?? "");
