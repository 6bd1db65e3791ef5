import { z } from "zod";
import { currentActor } from "@/lib/access/current";
import { notFound, Refusal } from "@/lib/access/errors";
import { asActor } from "@/lib/db/as-actor";
import { answer } from "@/lib/files/answer";
import { readStatement } from "@/lib/inventory/statement/issued";
import { renderStatement } from "@/lib/inventory/statement/statement-paper";
import { pdfAnswer } from "@/lib/inventory/trace/pdf-answer";

/** The PDF of a custom-made device's statement as it was issued, for the lab's people and the practice of its case. Another's answers 404. */
export function GET(_request: Request, { params }: RouteContext<"/api/device-statements/[id]">): Promise<Response> {
  return answer(async () => {
    const actor = await currentActor();
    if (!actor) throw new Refusal("not_signed_in", "You are signed out. Sign in again.");
    const needed = actor.audience === "portal" ? "portal.view" : "cases.view";
    if (!actor.permissions.has(needed)) throw new Refusal("forbidden", "Your role does not allow this.");
    const id = z.uuid().safeParse((await params).id).data;
    if (!id) throw notFound("statement");
    const kept = await asActor(actor, (tx) => readStatement(tx, id));
    return pdfAnswer(await renderStatement(kept, actor.lab.locale, actor.lab.timeZone));
  });
}
