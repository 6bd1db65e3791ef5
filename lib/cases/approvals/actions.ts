"use server";

import { action } from "@/lib/access/action";
import { askApproval } from "./ask";
import { decideDesign, keepDesignAnswer } from "./decide";
import { askApprovalSchema, decideDesignSchema, withdrawApprovalSchema } from "./schema";
import { withdrawApproval } from "./withdraw";

export const askForApproval = action("cases.ask_approval", askApprovalSchema, askApproval);
export const withdrawRequest = action("cases.ask_approval", withdrawApprovalSchema, withdrawApproval);
export const keepAnswer = action("cases.ask_approval", decideDesignSchema, keepDesignAnswer);
export const answerDesign = action("portal.approve", decideDesignSchema, decideDesign);
