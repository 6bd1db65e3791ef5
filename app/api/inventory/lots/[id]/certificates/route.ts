import type { ReadableStream } from "node:stream/web";
import { z } from "zod";
import { notFound, Refusal } from "@/lib/access/errors";
import { answer, routeActor } from "@/lib/files/answer";
import { refuseDeclaredSize } from "@/lib/files/receive";
import { addCertificate } from "@/lib/inventory/lots/certificates";

/**
 * `PUT /api/inventory/lots/<id>/certificates?name=<name>` with the file as the body: keeps a certificate of the lot. Answers 201; 401, 403,
 * 404, 409, 413 and 422 with the reason.
 */
export function PUT(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answer(async () => {
    const actor = await routeActor("inventory.manage");
    const id = z.uuid().safeParse((await params).id);
    if (!id.success) throw notFound("lot");
    const name = z.string().min(1).max(1000).safeParse(new URL(request.url).searchParams.get("name"));
    if (!name.success) throw new Refusal("invalid", "The file needs a name.");
    refuseDeclaredSize(request.headers.get("content-length"));
    const data = await addCertificate(actor, id.data, name.data, request.body as ReadableStream<Uint8Array> | null);
    return Response.json({ ok: true, data }, { status: 201, headers: { "cache-control": "no-store" } });
  });
}
