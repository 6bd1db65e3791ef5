import { z } from "zod";
import { currentActor } from "@/lib/access/current";
import { notFound, Refusal } from "@/lib/access/errors";
import { renderStatement } from "@/lib/billing/statements/pdf/render-statement";
import { readStatement } from "@/lib/billing/statements/sent-statements";
import { asActor } from "@/lib/db/as-actor";
import { answer } from "@/lib/files/answer";

/** The PDF of a statement as it was sent, for the lab's people and for the practice it went to. Another's answers 404. */
export function GET(_request: Request, { params }: RouteContext<"/api/statements/[id]/pdf">): Promise<Response> {
  return answer(async () => {
    const actor = await currentActor();
    if (!actor) throw new Refusal("not_signed_in", "You are signed out. Sign in again.");
    const needed = actor.audience === "portal" ? "portal.invoices" : "invoices.view";
    if (!actor.permissions.has(needed)) throw new Refusal("forbidden", "Your role does not allow this.");
    const id = z.uuid().safeParse((await params).id).data;
    if (!id) throw notFound("statement");
    const { contents, sentAt } = await asActor(actor, (tx) => readStatement(tx, id));
    const { name, pdf } = await renderStatement(contents, actor.lab.locale, sentAt);
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
