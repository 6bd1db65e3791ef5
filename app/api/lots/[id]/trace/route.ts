import { z } from "zod";
import { currentActor } from "@/lib/access/current";
import { notFound, Refusal } from "@/lib/access/errors";
import { asActor } from "@/lib/db/as-actor";
import { answer } from "@/lib/files/answer";
import { labParty } from "@/lib/inventory/trace/lab-party";
import { lotHead } from "@/lib/inventory/trace/lot-head";
import { pdfAnswer } from "@/lib/inventory/trace/pdf-answer";
import { renderLotTrace } from "@/lib/inventory/trace/trace-paper";
import { allUsesOfLot } from "@/lib/inventory/trace/uses";

/** The PDF of what a lot went into. Another lab's answers 404. */
export function GET(_request: Request, { params }: RouteContext<"/api/lots/[id]/trace">): Promise<Response> {
  return answer(async () => {
    const actor = await currentActor();
    if (!actor) throw new Refusal("not_signed_in", "You are signed out. Sign in again.");
    if (!actor.permissions.has("inventory.view")) throw new Refusal("forbidden", "Your role does not allow this.");
    const id = z.uuid().safeParse((await params).id).data;
    const found = await asActor(actor, async (tx) => {
      const lot = id ? await lotHead(tx, id) : null;
      return lot && { lot, lab: await labParty(tx), uses: await allUsesOfLot(tx, lot.id) };
    });
    if (!found) throw notFound("lot");
    return pdfAnswer(await renderLotTrace({ ...found, printedAt: new Date() }, actor));
  });
}
