"use server";

import { action } from "@/lib/access/action";
import * as deciding from "./decide-leave";
import * as asking from "./request-leave";
import * as schema from "./schema";

export const requestLeave = action("rota.view", schema.leaveRequestSchema, asking.requestLeave);
export const withdrawLeave = action("rota.view", schema.withdrawalSchema, deciding.withdrawLeave);
export const recordLeave = action("leave.approve", schema.leaveRecordSchema, asking.recordLeave);
export const decideLeave = action("leave.approve", schema.decisionSchema, deciding.decideLeave);
