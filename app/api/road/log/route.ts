import { fieldErrorsOf } from "@/lib/access/action";
import { Refusal } from "@/lib/access/errors";
import { asActor } from "@/lib/db/as-actor";
import { answer, routeActor } from "@/lib/files/answer";
import { applyLog } from "@/lib/logistics/road/apply-log";
import { myDay } from "@/lib/logistics/road/my-day";
import { readReport, refuseAnothers, refuseForeign } from "@/lib/logistics/road/read-report";
import { roadLogSchema } from "@/lib/logistics/road/schema";

/**
 * `POST /api/road/log` with what a driver's phone has to report, in order: `{phoneId, userId, sentAt, commands}`. Answers what came of each and the day
 * as it is then; 401, 403, 413 and 422 with the reason for the whole batch, of which nothing was taken then.
 */
export function POST(request: Request): Promise<Response> {
  return answer(async () => {
    const actor = await routeActor("deliveries.drive");
    refuseForeign(request);
    const parsed = roadLogSchema.safeParse(await readReport(request));
    if (!parsed.success)
      throw new Refusal("invalid", "This report could not be read.", "invalid", fieldErrorsOf(parsed.error));
    refuseAnothers(actor, parsed.data.userId);
    const answers = await applyLog(actor, parsed.data);
    const day = await asActor(actor, (tx) => myDay(tx, actor));
    return Response.json({ ok: true, data: { answers, day } }, { headers: { "cache-control": "no-store" } });
  });
}
