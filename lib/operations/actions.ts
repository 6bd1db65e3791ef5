"use server";

import { action } from "@/lib/access/action";
import { askBackup, askRefresh } from "./ask-jobs";
import { changeJob } from "./change-job";
import { retryOutbox } from "./retry-outbox";
import { jobSchema, nothingSchema, topicSchema } from "./schema";

export const changeFailedJob = action("operations.view", jobSchema, changeJob);
export const retryOutboxTopic = action("operations.view", topicSchema, retryOutbox);
export const backUpNow = action("operations.view", nothingSchema, askBackup);
export const refreshViewsNow = action("operations.view", nothingSchema, askRefresh);
