import type { Context } from "@/lib/access/action";
import { conflict } from "@/lib/access/errors";
import { reckonArrivals } from "../eta/reckon-arrivals";
import { atOpenStop, endRouteWhenDone, endStopWhenDone, type Report, type SeenStop } from "../own-stop";
import { tellDispatch } from "../tell";

/** The driver called where nothing is brought and nothing waits. Refuses as `atOpenStop` does, and with `not_empty`. */
export function visit(
  context: Context,
  seen: SeenStop,
  report: Report = {},
): Promise<{ stopId: string; routeDone: boolean }> {
  const { tx } = context;
  const at = report.at ?? new Date();
  return atOpenStop(context, seen, report, async ({ route, stop, deliveries, pickups }) => {
    const waiting = [...deliveries, ...pickups].map((shipment) => shipment.number);
    if (waiting.length > 0)
      throw conflict("not_empty", `There is something to do here: ${waiting.join(", ")}. Look again.`);
    await endStopWhenDone(tx, stop.id, at);
    const routeDone = await endRouteWhenDone(tx, route.id, at);
    await reckonArrivals(tx, route.id);
    await tellDispatch(tx, [route.id]);
    return { stopId: stop.id, routeDone };
  });
}
