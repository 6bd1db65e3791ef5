"use server";

import { action } from "@/lib/access/action";
import * as loading from "./load-by-scan";
import * as opening from "./open-batch";
import * as running from "./run-batch";
import * as schema from "./schema";

export const openLoad = action("bench.work", schema.openBatchSchema, opening.openBatch);
export const loadScanned = action("bench.work", schema.loadByScanSchema, loading.loadByScan);
export const takeOutOfLoad = action("bench.work", schema.takeOutSchema, loading.takeOut);
export const startLoad = action("bench.work", schema.batchSchema, running.startBatch);
export const finishLoad = action("bench.work", schema.batchSchema, running.finishBatch);
export const cancelLoad = action("bench.work", schema.batchSchema, opening.cancelBatch);
