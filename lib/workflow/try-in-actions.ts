"use server";

import { action } from "@/lib/access/action";
import { sendForTryIn, tryInBack, tryInHanded } from "./try-in";
import { tryInBackSchema, tryInHandedSchema, tryInSchema } from "./try-in-schema";

export const sendToTryIn = action("bench.work", tryInSchema, sendForTryIn);
export const handTryIn = action("shipments.manage", tryInHandedSchema, tryInHanded);
export const takeTryInBack = action("cases.receive", tryInBackSchema, tryInBack);
