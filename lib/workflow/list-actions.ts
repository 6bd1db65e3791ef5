"use server";

import { accountAction } from "@/lib/access/action";
import { assignEach, assignManySchema } from "./assign-cases";

export const assignCases = accountAction("bench.assign", assignManySchema, assignEach);
