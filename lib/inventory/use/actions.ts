"use server";

import { action } from "@/lib/access/action";
import * as finding from "./find-lot";
import * as schema from "./schema";
import * as settling from "./settle-shortfall";

export const findLotToUse = action("bench.work", schema.findLotSchema, finding.findLot);
export const settleShortfall = action("inventory.manage", schema.settleShortfallSchema, settling.settleShortfall);
