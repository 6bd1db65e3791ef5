import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { type CaseRules, caseRulesSchema } from "./case-rules-schema";

const KEY = "case_rules";

/** The acting lab's rules; what it never said is as Casepan suggests. */
export async function caseRules(tx: Transaction): Promise<CaseRules> {
  const row = await tx.row<{ value: unknown }>(sql`SELECT value FROM settings WHERE key = ${KEY}`);
  return caseRulesSchema.parse(row?.value ?? {});
}

/** Keeps the lab's rules. */
export async function keepCaseRules({ tx }: { tx: Transaction }, rules: CaseRules): Promise<null> {
  await tx.execute(sql`
    INSERT INTO settings (key, value) VALUES (${KEY}, ${JSON.stringify(rules)}::jsonb)
    ON CONFLICT (lab_id, key) DO UPDATE SET value = excluded.value`);
  return null;
}
