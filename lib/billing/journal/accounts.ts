import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { type Account, PURPOSES, type Purpose, type SetAccount } from "./account-words";

/** The accounts of a lab that has chosen none. */
const USUAL: Record<Purpose, Account> = {
  receivable: { code: "1100", name: "Trade debtors" },
  revenue: { code: "4000", name: "Sales" },
  credited: { code: "4090", name: "Credit notes" },
  tax: { code: "2200", name: "Tax on sales" },
  bank_transfer: { code: "1200", name: "Bank" },
  credit_card: { code: "1210", name: "Card receipts" },
  check: { code: "1220", name: "Cheques" },
  cash: { code: "1230", name: "Cash" },
  other: { code: "1290", name: "Other receipts" },
};

/** The account of a purpose and, of the tax, of a rate. */
export type AccountOf = (purpose: Purpose, taxPercent: string | null) => Account;

/** The lab's accounts, each as it was chosen or as is usual. */
export async function readAccounts(tx: Transaction): Promise<AccountOf> {
  const rows = await chosen(tx);
  const find = (purpose: Purpose, taxPercent: string | null) =>
    rows.find((row) => row.purpose === purpose && row.taxPercent === taxPercent);
  return (purpose, taxPercent) =>
    (purpose === "tax" && find("tax", taxPercent)) || find(purpose, null) || USUAL[purpose];
}

/** Every account that can be set: one for each purpose, and one for each rate of tax that the lab knows. */
export async function listAccounts(tx: Transaction): Promise<SetAccount[]> {
  const accountOf = await readAccounts(tx);
  const rates = await tx.rows<{ percent: string }>(sql`
    SELECT DISTINCT percent FROM tax_rates WHERE percent > 0
    UNION SELECT DISTINCT tax_percent FROM journal_accounts WHERE tax_percent IS NOT NULL ORDER BY 1`);
  return PURPOSES.flatMap((purpose) => [
    { purpose, taxPercent: null, ...accountOf(purpose, null) },
    ...(purpose === "tax"
      ? rates.map(({ percent }) => ({ purpose, taxPercent: percent, ...accountOf(purpose, percent) }))
      : []),
  ]).map(({ purpose, taxPercent, code, name }) => ({ purpose, taxPercent, code, name }));
}

const chosen = (tx: Transaction) =>
  tx.rows<SetAccount>(sql`SELECT purpose, tax_percent AS "taxPercent", code, name FROM journal_accounts`);
