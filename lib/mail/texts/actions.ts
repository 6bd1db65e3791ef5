"use server";

import { action } from "@/lib/access/action";
import { previewText as preview } from "./preview-text";
import { mailTextSchema, previewSchema, resetTextSchema, trialSchema } from "./schema";
import { sendTrial as trial } from "./send-trial";
import { resetText as reset, writeText as write } from "./write-text";

export const writeText = action("settings.manage", mailTextSchema, write);
export const resetText = action("settings.manage", resetTextSchema, reset);
export const previewText = action("settings.manage", previewSchema, preview);
export const sendTrial = action("settings.manage", trialSchema, trial);
