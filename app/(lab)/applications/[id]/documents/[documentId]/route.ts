import { z } from "zod";
import { notFound } from "@/lib/access/errors";
import { asActor } from "@/lib/db/as-actor";
import { answer, routeActor } from "@/lib/files/answer";
import { serveFile } from "@/lib/files/serve";
import { keptDocument } from "@/lib/network/documents";

const segment = z.object({ id: z.uuid(), documentId: z.uuid() });

/** A document of an application, for those who review it; shown or, with `?download`, kept. One of another lab answers 404. */
export function GET(
  request: Request,
  { params }: { params: Promise<{ id: string; documentId: string }> },
): Promise<Response> {
  return answer(async () => {
    const actor = await routeActor("applications.review");
    const parsed = segment.safeParse(await params);
    if (!parsed.success) throw notFound("document");
    const { id, documentId } = parsed.data;
    const file = await asActor(actor, (tx) => keptDocument(tx, id, documentId));
    return serveFile(file, request, new URL(request.url).searchParams.has("download"));
  });
}
