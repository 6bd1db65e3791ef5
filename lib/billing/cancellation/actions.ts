"use server";

import { action } from "@/lib/access/action";
import { cancelCase as cancelAndCharge, previewCancellation as preview } from "./cancel-case";
import { cancelCaseSchema, previewCancellationSchema } from "./schema";

export const previewCancellation = action("cases.cancel", previewCancellationSchema, preview);
export const cancelCase = action("cases.cancel", cancelCaseSchema, cancelAndCharge);
