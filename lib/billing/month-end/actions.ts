"use server";

import { action } from "@/lib/access/action";
import { cancelMonthEnd as cancel } from "./cancel-run";
import { draftPractices as draft } from "./draft-practices";
import { mailResultAgain as mail } from "./mail-result-again";
import { cancelMonthEndSchema, draftPracticesSchema, mailResultAgainSchema, startMonthEndSchema } from "./schema";
import { startMonthEnd as start } from "./start-run";

export const startMonthEnd = action("invoices.send", startMonthEndSchema, start);
export const cancelMonthEnd = action("invoices.send", cancelMonthEndSchema, cancel);
export const mailResultAgain = action("invoices.send", mailResultAgainSchema, mail);
export const draftPractices = action("invoices.draft", draftPracticesSchema, draft);
