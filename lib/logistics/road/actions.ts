"use server";

import { action } from "@/lib/access/action";
import { keepProofRules } from "./proof-rules";
import { proofRulesSchema } from "./schema";

export const changeProofRules = action("carriers.manage", proofRulesSchema, keepProofRules);
