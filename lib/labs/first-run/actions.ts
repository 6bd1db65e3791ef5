"use server";

import { action } from "@/lib/access/action";
import { markStep as mark, markStepSchema } from "./progress";
import { startPrices as start, startPricesSchema } from "./start-prices";

export const markStep = action("settings.manage", markStepSchema, mark);
export const startPrices = action("settings.manage", startPricesSchema, start);
