"use server";

import { action } from "@/lib/access/action";
import { keepStatementRules, statementRulesSchema } from "./rules";
import { sendStatementsSchema } from "./schema";
import { sendStatements as send } from "./send-statement";

export const sendStatements = action("statements.send", sendStatementsSchema, send);
export const changeStatementRules = action("billing.manage", statementRulesSchema, keepStatementRules);
