import type { Transaction } from "@/lib/db/transaction";
import type { Setting } from "@/lib/settings/setting";
import { keepSetting, readSetting } from "@/lib/settings/store";
import { type CaseRules, caseRulesSchema } from "./case-rules-schema";

export const CASE_RULES: Setting<CaseRules> & { reach: "plain" } = {
  key: "case_rules",
  schema: caseRulesSchema,
  fallback: caseRulesSchema.parse({}),
  says: "How long holds and designs may wait, and what a remake costs.",
  reach: "plain",
};

/** The acting lab's rules; what it never said is as Casepan suggests. */
export const caseRules = (tx: Transaction): Promise<CaseRules> => readSetting(tx, CASE_RULES);

/** Keeps the lab's rules. */
export async function keepCaseRules({ tx }: { tx: Transaction }, rules: CaseRules): Promise<null> {
  await keepSetting(tx, CASE_RULES, rules);
  return null;
}
