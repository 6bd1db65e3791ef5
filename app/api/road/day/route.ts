import { asActor } from "@/lib/db/as-actor";
import { answer, routeActor } from "@/lib/files/answer";
import { myDay } from "@/lib/logistics/road/my-day";

/** `GET /api/road/day`: the acting driver's day as it is now, for the phone to keep; 401 and 403. */
export function GET(): Promise<Response> {
  return answer(async () => {
    const actor = await routeActor("deliveries.drive");
    const day = await asActor(actor, (tx) => myDay(tx, actor));
    return Response.json({ ok: true, data: { day } }, { headers: { "cache-control": "no-store" } });
  });
}
