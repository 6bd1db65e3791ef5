import { z } from "zod";
import { currentActor } from "@/lib/access/current";
import { notFound, Refusal } from "@/lib/access/errors";
import { asActor } from "@/lib/db/as-actor";
import { answer } from "@/lib/files/answer";
import { readRecall } from "@/lib/inventory/recalls/queries";
import { renderRecall } from "@/lib/inventory/recalls/recall-paper";
import { labParty } from "@/lib/inventory/trace/lab-party";
import { pdfAnswer } from "@/lib/inventory/trace/pdf-answer";

/** The PDF of a recall's file. Another lab's answers 404. */
export function GET(_request: Request, { params }: RouteContext<"/api/recalls/[id]/pdf">): Promise<Response> {
  return answer(async () => {
    const actor = await currentActor();
    if (!actor) throw new Refusal("not_signed_in", "You are signed out. Sign in again.");
    if (!actor.permissions.has("inventory.view")) throw new Refusal("forbidden", "Your role does not allow this.");
    const id = z.uuid().safeParse((await params).id).data;
    const found = await asActor(actor, async (tx) => {
      const recall = id ? await readRecall(tx, id, actor.toothNotation) : null;
      return recall && { recall, lab: await labParty(tx) };
    });
    if (!found) throw notFound("recall");
    return pdfAnswer(await renderRecall({ ...found, printedAt: new Date() }, actor));
  });
}
