"use server";

import { action } from "@/lib/access/action";
import * as files from "../machines/files";
import * as downtimes from "./plan-downtime";
import * as plans from "./plans";
import * as log from "./record";
import * as schema from "./schema";

export const keepPlan = action("departments.manage", schema.planSchema, plans.savePlan);
export const removePlan = action("departments.manage", schema.planIdSchema, plans.removePlan);
export const restorePlan = action("departments.manage", schema.planIdSchema, plans.restorePlan);
export const recordMaintenance = action("departments.manage", schema.recordSchema, log.recordMaintenance);
export const removeEntry = action("departments.manage", schema.entryIdSchema, log.removeEntry);
export const restoreEntry = action("departments.manage", schema.entryIdSchema, log.restoreEntry);
export const planDowntime = action("departments.manage", schema.plannedDowntimeSchema, downtimes.planDowntime);
export const takeBackDowntime = action("departments.manage", schema.downtimeIdSchema, downtimes.takeBackDowntime);
export const removeMachineFile = action("departments.manage", schema.machineFileIdSchema, files.removeMachineFile);
export const restoreMachineFile = action("departments.manage", schema.machineFileIdSchema, files.restoreMachineFile);
