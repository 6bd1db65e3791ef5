import { z } from "zod";
import { currentActor } from "@/lib/access/current";
import { notFound, Refusal } from "@/lib/access/errors";
import { readInvoice } from "@/lib/billing/invoice-detail";
import { renderInvoice } from "@/lib/billing/pdf/render-invoice";
import { asActor } from "@/lib/db/as-actor";
import { answer } from "@/lib/files/answer";

/**
 * The PDF of an invoice, for the lab's people and for the practice it was sent to; shown or, with `?download`, kept. One of another
 * lab or practice answers 404.
 */
export function GET(request: Request, { params }: RouteContext<"/api/invoices/[id]/pdf">): Promise<Response> {
  return answer(async () => {
    const actor = await currentActor();
    if (!actor) throw new Refusal("not_signed_in", "You are signed out. Sign in again.");
    const needed = actor.audience === "portal" ? "portal.invoices" : "invoices.view";
    if (!actor.permissions.has(needed)) throw new Refusal("forbidden", "Your role does not allow this.");
    const id = z.uuid().safeParse((await params).id);
    const invoice = id.success ? await asActor(actor, (tx) => readInvoice(tx, id.data)) : null;
    if (!invoice) throw notFound("invoice");
    const { name, pdf } = await renderInvoice(invoice, actor.lab.locale);
    const shown = new URL(request.url).searchParams.has("download") ? "attachment" : "inline";
    return new Response(new Uint8Array(pdf), {
      headers: {
        "content-type": "application/pdf",
        "content-disposition": `${shown}; filename="${name}"`,
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    });
  });
}
