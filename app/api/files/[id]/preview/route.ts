import { z } from "zod";
import { notFound } from "@/lib/access/errors";
import { asActor } from "@/lib/db/as-actor";
import { answer, routeActor } from "@/lib/files/answer";
import { keptPreview, servePreview } from "@/lib/files/serve";

/** A file's small picture (WebP), for whoever may open the file; 404 for any other, and when it has none. */
export function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answer(async () => {
    const actor = await routeActor("files.view");
    const id = z.uuid().safeParse((await params).id);
    if (!id.success) throw notFound("preview");
    return servePreview(await asActor(actor, (tx) => keptPreview(tx, id.data)));
  });
}
