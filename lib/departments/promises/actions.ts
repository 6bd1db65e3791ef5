"use server";

import { accountAction } from "@/lib/access/action";
import { movePromises } from "./move-promises";
import { movePromisesSchema } from "./schema";

export const movePromisedDays = accountAction("cases.edit", movePromisesSchema, movePromises);
