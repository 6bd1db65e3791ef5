import { z } from "zod";
import { notFound } from "@/lib/access/errors";
import { fetchExport } from "@/lib/data/export/queries";
import { asActor } from "@/lib/db/as-actor";
import { answer, routeActor } from "@/lib/files/answer";
import { serveFile } from "@/lib/files/serve";

/** The archive of an export, while it is kept. That it was fetched is noted. Another lab's answers 404. */
export function GET(request: Request, { params }: RouteContext<"/api/exports/[id]">): Promise<Response> {
  return answer(async () => {
    const actor = await routeActor("data.export");
    const id = z.uuid().safeParse((await params).id).data;
    if (!id) throw notFound("export");
    const kept = await asActor(actor, (tx) => fetchExport(tx, id));
    return serveFile({ id, mediaType: "application/zip", ...kept }, request, true);
  });
}
