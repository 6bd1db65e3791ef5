import type { ReadableStream } from "node:stream/web";
import { z } from "zod";
import { notFound, Refusal } from "@/lib/access/errors";
import { answer, routeActor } from "@/lib/files/answer";
import { refuseDeclaredSize } from "@/lib/files/receive";
import { addAttachment } from "@/lib/messaging/attachments";

/**
 * `PUT /api/conversations/<id>/attachments?name=<name>` with the file as the body: takes it in for a message that is being written.
 * Answers 201 with what to send along; 401, 403, 404, 409, 413 and 422 with the reason.
 */
export function PUT(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answer(async () => {
    const actor = await routeActor("files.upload");
    if (!actor.permissions.has("messages.use")) throw new Refusal("forbidden", "Your role does not allow this.");
    const id = z.uuid().safeParse((await params).id);
    if (!id.success) throw notFound("conversation");
    const name = z.string().min(1).max(1000).safeParse(new URL(request.url).searchParams.get("name"));
    if (!name.success) throw new Refusal("invalid", "The file needs a name.");
    refuseDeclaredSize(request.headers.get("content-length"));
    const body = request.body as ReadableStream<Uint8Array> | null;
    const data = await addAttachment(actor, id.data, name.data, body);
    return Response.json({ ok: true, data }, { status: 201, headers: { "cache-control": "no-store" } });
  });
}
