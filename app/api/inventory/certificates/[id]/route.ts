import { z } from "zod";
import { notFound } from "@/lib/access/errors";
import { asActor } from "@/lib/db/as-actor";
import { answer, routeActor } from "@/lib/files/answer";
import { serveFile } from "@/lib/files/serve";
import { certificateFile } from "@/lib/inventory/lots/certificates";

/** `GET /api/inventory/certificates/<id>`: a lot's certificate. One of another lab answers 404. */
export function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answer(async () => {
    const actor = await routeActor("inventory.view");
    const id = z.uuid().safeParse((await params).id);
    if (!id.success) throw notFound("certificate");
    const file = await asActor(actor, (tx) => certificateFile(tx, id.data));
    return serveFile(file, request, new URL(request.url).searchParams.has("download"));
  });
}
