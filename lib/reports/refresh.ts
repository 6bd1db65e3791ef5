import type { Context } from "@/lib/access/action";
import { enqueue } from "@/lib/outbox/outbox";

/** Asks the worker to refresh the report views now. It takes seconds and nobody waits: the screens say as of when they are. */
export async function refreshReportsNow({ tx }: Context): Promise<void> {
  await enqueue(tx, "refresh_reports", {});
}
