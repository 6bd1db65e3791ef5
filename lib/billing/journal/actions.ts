"use server";

import { action } from "@/lib/access/action";
import { setAccountsSchema } from "./schema";
import { setAccounts as set } from "./set-accounts";

export const setAccounts = action("billing.manage", setAccountsSchema, set);
