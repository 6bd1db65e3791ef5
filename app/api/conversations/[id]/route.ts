import { z } from "zod";
import { notFound, Refusal } from "@/lib/access/errors";
import { asActor } from "@/lib/db/as-actor";
import { answer, routeActor } from "@/lib/files/answer";
import { pageSchema } from "@/lib/messaging/schema";
import { readMessages } from "@/lib/messaging/thread";

/**
 * `GET /api/conversations/<id>[?before=<position>|?after=<position>]`: messages of a conversation, as `readMessages` answers them.
 * One of another lab or practice, or that one is not in, answers 404.
 */
export function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answer(async () => {
    const actor = await routeActor("messages.use");
    const id = z.uuid().safeParse((await params).id);
    if (!id.success) throw notFound("conversation");
    const asked = pageSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!asked.success) throw new Refusal("invalid", "Ask for messages before or after a position.");
    const found = await asActor(actor, (tx) => readMessages({ actor, tx }, id.data, asked.data));
    return Response.json({ ok: true, data: found }, { headers: { "cache-control": "no-store" } });
  });
}
