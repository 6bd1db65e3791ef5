"use server";

import { action } from "@/lib/access/action";
import { correctStock as correct } from "./correct-stock";
import { correctStockSchema, takeOutSchema, undoMovementsSchema } from "./schema";
import { takeOut as take } from "./take-out";
import { undoMovements as undo } from "./undo-movements";

export const takeOut = action("inventory.manage", takeOutSchema, take);
export const correctStock = action("inventory.manage", correctStockSchema, correct);
export const undoMovements = action("inventory.manage", undoMovementsSchema, undo);
