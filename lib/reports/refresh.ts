import type { Context } from "@/lib/access/action";
import { enqueue } from "@/lib/outbox/outbox";
import { REFRESH_JOB } from "./refresh-schedule";

/**
 * Asks the worker to refresh the report views now. It takes seconds and nobody waits: the screens say as of when they are. However often it is asked,
 * at most one refresh waits, beside one that may be under way: they all carry one job key.
 */
export async function refreshReportsNow({ tx }: Context): Promise<void> {
  await enqueue(tx, "refresh_reports", REFRESH_JOB);
}
