import type { Context } from "@/lib/access/action";
import { conflict } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { reckonArrivals } from "./eta/reckon-arrivals";
import { lockOwnStop, type Report, type SeenStop } from "./own-stop";
import { tellDispatch } from "./tell";
import type { StopStatus } from "./vocabulary";

type Moved = { stopId: string; version: number };
type Move = (context: Context, seen: SeenStop, report?: Report) => Promise<Moved>;

/** The driver is at the stop's door. Refuses as `lockOwnStop` does, and with `already_arrived`. */
export const arrive: Move = (context, seen, report) => move(context, seen, ["planned", "skipped"], "arrived", report);

/** Takes an arrival back. Refuses as `lockOwnStop` does, and with `not_arrived`. */
export const leaveAgain: Move = (context, seen, report) => move(context, seen, ["arrived"], "planned", report);

/** Puts a stop off until the others are done. Refuses as `lockOwnStop` does, and with `not_planned`. */
export const skipStop: Move = (context, seen, report) => move(context, seen, ["planned"], "skipped", report);

/** Takes a stop that was put off back into its place. Refuses as `lockOwnStop` does, and with `not_skipped`. */
export const resumeStop: Move = (context, seen, report) => move(context, seen, ["skipped"], "planned", report);

async function move(
  context: Context,
  seen: SeenStop,
  from: StopStatus[],
  to: StopStatus,
  report: Report = {},
): Promise<Moved> {
  const { tx } = context;
  const { route, stop } = await lockOwnStop(tx, seen, report);
  if (stop.status === "arrived" && to === "arrived") throw conflict("already_arrived", "You arrived here already.");
  if (!from.includes(stop.status)) throw conflict(`not_${from[0]}`, "This stop is in another state now. Look again.");
  const at = report.at ?? new Date();
  const row = await tx.row<{ version: number }>(sql`
    UPDATE route_stops SET status = ${to}, arrived_at = ${to === "arrived" ? at : null}::timestamptz WHERE id = ${stop.id} RETURNING version`);
  await reckonArrivals(tx, route.id);
  await tellDispatch(tx, [route.id]);
  return { stopId: stop.id, version: row?.version ?? stop.version + 1 };
}
