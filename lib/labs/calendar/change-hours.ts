import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { labHoursSchema } from "./schema";

/** Changes when the lab works and whether rush passes the queue. What was promised before stays. Refuses with `stale`. */
export async function changeHours(
  { tx }: Context,
  input: z.output<typeof labHoursSchema>,
): Promise<{ workingWeekdays: number[] }> {
  const workingWeekdays = [...new Set(input.workingWeekdays)].sort((a, b) => a - b);
  const changed = await tx.execute(sql`
    UPDATE labs SET working_weekdays = ${workingWeekdays}::int[], opens_at = ${input.opensAt}, closes_at = ${input.closesAt},
      rush_passes_queue = ${input.rushPassesQueue}
    WHERE id = app_lab_id() AND updated_at = ${input.seenAt}::timestamptz`);
  if (changed === 0) throw stale("calendar");
  return { workingWeekdays };
}
