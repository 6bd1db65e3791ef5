"use server";

import { action } from "@/lib/access/action";
import { recount as again, approveCount as approve, cancelCount as cancel, resumeCount as resume } from "./close-count";
import { openCount as open } from "./open-count";
import { countByHand as byHand, countByScan as byScan } from "./record-count";
import {
  approveCountSchema,
  countByHandSchema,
  countByScanSchema,
  oneCountSchema,
  openCountSchema,
  recountSchema,
} from "./schema";

export const openCount = action("inventory.count", openCountSchema, open);
export const countByScan = action("inventory.count", countByScanSchema, byScan);
export const countByHand = action("inventory.count", countByHandSchema, byHand);
export const recount = action("inventory.count", recountSchema, again);
export const approveCount = action("inventory.approve", approveCountSchema, approve);
export const cancelCount = action("inventory.approve", oneCountSchema, cancel);
export const resumeCount = action("inventory.approve", oneCountSchema, resume);
