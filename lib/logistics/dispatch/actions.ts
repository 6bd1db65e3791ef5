"use server";

import { action } from "@/lib/access/action";
import { reschedule as again } from "./reschedule";
import { rescheduleSchema } from "./schema";

export const reschedule = action("shipments.manage", rescheduleSchema, again);
