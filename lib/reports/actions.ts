"use server";

import { action } from "@/lib/access/action";
import { refreshReportsNow } from "./refresh";
import { refreshSchema } from "./schema";

export const refreshReports = action("reports.refresh", refreshSchema, refreshReportsNow);
