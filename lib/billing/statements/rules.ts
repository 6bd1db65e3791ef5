import { z } from "zod";
import type { Transaction } from "@/lib/db/transaction";
import type { Setting } from "@/lib/settings/setting";
import { keepSetting, readSetting } from "@/lib/settings/store";

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

export const STATEMENT_RULES: Setting<StatementRules> & { reach: "plain" } = {
  key: "statement_rules",
  schema: statementRulesSchema,
  fallback: statementRulesSchema.parse({}),
  says: "Whether statements go by themselves, and from which day of the month.",
  reach: "plain",
};

/** The acting lab's rules of statements; none are sent by themselves until it says so. */
export const statementRules = (tx: Transaction): Promise<StatementRules> => readSetting(tx, STATEMENT_RULES);

/** Keeps the lab's rules of statements. */
export async function keepStatementRules({ tx }: { tx: Transaction }, rules: StatementRules): Promise<null> {
  await keepSetting(tx, STATEMENT_RULES, rules);
  return null;
}
