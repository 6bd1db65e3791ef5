import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import type { SetAccountsInput } from "./schema";

/** Sets the accounts of the journal, also for what lies behind: they are no part of a document. */
export async function setAccounts({ tx }: Context, { accounts }: SetAccountsInput): Promise<null> {
  await tx.execute(sql`
    INSERT INTO journal_accounts (purpose, tax_percent, code, name)
    SELECT DISTINCT ON (purpose, "taxPercent") purpose, "taxPercent", code, name
    FROM jsonb_to_recordset(${JSON.stringify(accounts)}::jsonb) x(purpose text, "taxPercent" numeric, code text, name text)
    WHERE "taxPercent" IS NULL OR purpose = 'tax'
    ON CONFLICT (lab_id, purpose, coalesce(tax_percent, -1)) DO UPDATE SET code = excluded.code, name = excluded.name`);
  return null;
}
