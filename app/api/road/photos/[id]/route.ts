import type { ReadableStream } from "node:stream/web";
import { z } from "zod";
import { fieldErrorsOf } from "@/lib/access/action";
import { Refusal } from "@/lib/access/errors";
import { answer, routeActor } from "@/lib/files/answer";
import { addPhoto } from "@/lib/logistics/road/add-photo";
import { refuseAnothers, refuseForeign } from "@/lib/logistics/road/read-report";

const moment = z.iso.datetime({ offset: true });
const asked = z.strictObject({
  id: z.uuid(),
  stop: z.uuid(),
  purpose: z.enum(["delivery", "pickup"]),
  taken: moment,
  sent: moment,
  user: z.uuid().optional(),
});

/**
 * `PUT /api/road/photos/<id>?stop=<id>&purpose=delivery|pickup&taken=<time>&sent=<time>&user=<id>` with the picture as the body: keeps it as a proof of the
 * stop. The id and both times are the phone's. Answers 201, or 200 when it was there; 401, 403, 404, 409, 413 and 422 with the reason.
 */
export function PUT(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answer(async () => {
    const actor = await routeActor("deliveries.drive");
    refuseForeign(request);
    const { id } = await params;
    const parsed = asked.safeParse({ ...Object.fromEntries(new URL(request.url).searchParams), id });
    if (!parsed.success)
      throw new Refusal("invalid", "Say where the photo was taken.", "invalid", fieldErrorsOf(parsed.error));
    refuseAnothers(actor, parsed.data.user);
    const { stop: stopId, purpose, taken, sent } = parsed.data;
    const data = await addPhoto(
      actor,
      { id: parsed.data.id, stopId, purpose, happenedAt: taken, sentAt: sent },
      {
        mediaType: request.headers.get("content-type"),
        declaredSize: request.headers.get("content-length"),
        body: request.body as ReadableStream<Uint8Array> | null,
      },
    );
    const status = data.kept === "now" ? 201 : 200;
    return Response.json({ ok: true, data }, { status, headers: { "cache-control": "no-store" } });
  });
}
