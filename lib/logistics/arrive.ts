import type { Context } from "@/lib/access/action";
import { conflict, stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { lockOwnStop } from "./own-stop";
import { tellDispatch } from "./tell";
import type { StopStatus } from "./vocabulary";

type Seen = { stopId: string; version: number };
type Moved = { stopId: string; version: number };

/** The driver is at the stop's door. Refuses as `lockOwnStop` does, with `stale`, and with `already_arrived`. */
export const arrive = (context: Context, seen: Seen): Promise<Moved> =>
  move(context, seen, ["planned", "skipped"], "arrived");

/** Takes an arrival back. Refuses as `lockOwnStop` does, with `stale`, and with `not_arrived`. */
export const leaveAgain = (context: Context, seen: Seen): Promise<Moved> => move(context, seen, ["arrived"], "planned");

/** Puts a stop off until the others are done. Refuses as `lockOwnStop` does, with `stale`, and with `not_planned`. */
export const skipStop = (context: Context, seen: Seen): Promise<Moved> => move(context, seen, ["planned"], "skipped");

/** Takes a stop that was put off back into its place. Refuses as `lockOwnStop` does, with `stale`, and with `not_skipped`. */
export const resumeStop = (context: Context, seen: Seen): Promise<Moved> => move(context, seen, ["skipped"], "planned");

async function move(context: Context, seen: Seen, from: StopStatus[], to: StopStatus): Promise<Moved> {
  const { tx } = context;
  const { route, stop } = await lockOwnStop(tx, seen.stopId);
  if (stop.status === "arrived" && to === "arrived") throw conflict("already_arrived", "You arrived here already.");
  if (!from.includes(stop.status)) throw conflict(`not_${from[0]}`, "This stop is in another state now. Look again.");
  if (stop.version !== seen.version) throw stale("stop");
  const row = await tx.row<{ version: number }>(sql`
    UPDATE route_stops SET status = ${to}, arrived_at = ${to === "arrived" ? sql`clock_timestamp()` : sql`NULL`}
    WHERE id = ${stop.id} RETURNING version`);
  await tellDispatch(tx, [route.id]);
  return { stopId: stop.id, version: row?.version ?? stop.version + 1 };
}
