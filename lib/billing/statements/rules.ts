import { z } from "zod";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

const KEY = "statement_rules";

/** Whether the lab sends statements of the month before by itself, and from which day of the month on (1–28). */
export const statementRulesSchema = z.strictObject({
  monthly: z.boolean().default(false),
  day: z.coerce
    .number("Choose a day.")
    .int("Choose a day.")
    .min(1, "From 1 to 28.")
    .max(28, "From 1 to 28.")
    .default(3),
});
export type StatementRules = z.output<typeof statementRulesSchema>;

/** The acting lab's rules of statements; none are sent by themselves until it says so. */
export async function statementRules(tx: Transaction): Promise<StatementRules> {
  const row = await tx.row<{ value: unknown }>(sql`SELECT value FROM settings WHERE key = ${KEY}`);
  return statementRulesSchema.parse(row?.value ?? {});
}

/** Keeps the lab's rules of statements. */
export async function keepStatementRules({ tx }: { tx: Transaction }, rules: StatementRules): Promise<null> {
  await tx.execute(sql`
    INSERT INTO settings (key, value) VALUES (${KEY}, ${JSON.stringify(rules)}::jsonb)
    ON CONFLICT (lab_id, key) DO UPDATE SET value = excluded.value`);
  return null;
}
