import { z } from "zod";
import { currentActor } from "@/lib/access/current";
import { notFound, Refusal } from "@/lib/access/errors";
import { readCreditNote } from "@/lib/billing/ledger/credit-notes";
import { renderCreditNote } from "@/lib/billing/ledger/pdf/render-credit-note";
import { asActor } from "@/lib/db/as-actor";
import { answer } from "@/lib/files/answer";

/**
 * The PDF of a credit note, for the lab's people and for the practice it was issued to; shown or, with `?download`, kept. One of another
 * lab or practice answers 404.
 */
export function GET(request: Request, { params }: RouteContext<"/api/credit-notes/[id]/pdf">): Promise<Response> {
  return answer(async () => {
    const actor = await currentActor();
    if (!actor) throw new Refusal("not_signed_in", "You are signed out. Sign in again.");
    const needed = actor.audience === "portal" ? "portal.invoices" : "invoices.view";
    if (!actor.permissions.has(needed)) throw new Refusal("forbidden", "Your role does not allow this.");
    const id = z.uuid().safeParse((await params).id);
    const note = id.success ? await asActor(actor, (tx) => readCreditNote(tx, id.data)) : null;
    if (!note) throw notFound("credit note");
    const { name, pdf } = await renderCreditNote(note, actor.lab.locale);
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
