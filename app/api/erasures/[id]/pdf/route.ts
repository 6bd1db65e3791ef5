import { z } from "zod";
import { notFound } from "@/lib/access/errors";
import { readCertificate } from "@/lib/data/erasure/queries";
import { renderCertificate } from "@/lib/data/erasure/render-certificate";
import { asActor } from "@/lib/db/as-actor";
import { answer, routeActor } from "@/lib/files/answer";

/** The certificate of an erasure as PDF, for whoever may erase. Another lab's answers 404. */
export function GET(_request: Request, { params }: RouteContext<"/api/erasures/[id]/pdf">): Promise<Response> {
  return answer(async () => {
    const actor = await routeActor("data.erase");
    const id = z.uuid().safeParse((await params).id).data;
    if (!id) throw notFound("erasure");
    const certificate = await asActor(actor, (tx) => readCertificate(tx, id));
    const { name, pdf } = await renderCertificate(certificate, actor.lab);
    return new Response(new Uint8Array(pdf), {
      headers: {
        "content-type": "application/pdf",
        "content-disposition": `inline; filename="${name}"`,
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    });
  });
}
