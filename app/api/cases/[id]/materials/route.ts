import { z } from "zod";
import { currentActor } from "@/lib/access/current";
import { notFound, Refusal } from "@/lib/access/errors";
import { caseRecord } from "@/lib/cases/record-queries";
import { asActor } from "@/lib/db/as-actor";
import { answer } from "@/lib/files/answer";
import { labParty } from "@/lib/inventory/trace/lab-party";
import { pdfAnswer } from "@/lib/inventory/trace/pdf-answer";
import { renderCaseMaterials } from "@/lib/inventory/trace/trace-paper";
import { lotsOfCase } from "@/lib/inventory/trace/uses";

/** The PDF of the lots that went into a case. Another lab's answers 404. */
export function GET(_request: Request, { params }: RouteContext<"/api/cases/[id]/materials">): Promise<Response> {
  return answer(async () => {
    const actor = await currentActor();
    if (!actor) throw new Refusal("not_signed_in", "You are signed out. Sign in again.");
    if (!actor.permissions.has("cases.view")) throw new Refusal("forbidden", "Your role does not allow this.");
    const id = z.uuid().safeParse((await params).id).data;
    const found = await asActor(actor, async (tx) => {
      const record = id ? await caseRecord(tx, id) : null;
      return record && { record, lab: await labParty(tx), uses: await lotsOfCase(tx, record.id) };
    });
    if (!found) throw notFound("case");
    const { record, lab, uses } = found;
    const of = {
      id: record.id,
      number: record.number,
      patient: record.patient.reference,
      practice: record.practice.name,
      dentist: record.dentist.fullName,
    };
    return pdfAnswer(await renderCaseMaterials({ lab, of, uses, printedAt: new Date() }, actor));
  });
}
