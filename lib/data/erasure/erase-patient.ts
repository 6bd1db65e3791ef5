import type { Context } from "@/lib/access/action";
import { conflict, invalid } from "@/lib/access/errors";
import { labToday } from "@/lib/labs/today";
import { carryOut, type Erased } from "./carry-out";
import { heldOf } from "./held";
import type { EraseInput } from "./schema";

const DONE = ["delivered", "cancelled"];

/**
 * Erases a patient at their request, in one transaction: who they are, every word and file about them, and the same in the audit log. What
 * the law keeps stays, under the practice's reference alone, and goes by itself when its time is over. Refuses with `not_found`, `in_work`
 * while a case is neither delivered nor cancelled, `nothing_held` when nothing is left to erase, and at `confirmation` when it is not the reference.
 */
export async function erasePatient(context: Context, input: EraseInput): Promise<Erased> {
  const { actor, tx } = context;
  const today = labToday(actor.lab.timeZone);
  const held = await heldOf(tx, input.patientId, today, true);
  if (input.confirmation !== held.patient.reference)
    throw invalid("confirmation", "This is not the patient's reference.");
  if (input.askedOn && input.askedOn > today) throw invalid("askedOn", "This day is yet to come.");
  const open = held.cases.filter(({ status }) => !DONE.includes(status));
  if (open.length > 0)
    throw conflict(
      "in_work",
      `${open.map(({ number }) => number).join(", ")} is still in work: deliver or cancel it first, then erase the patient.`,
    );
  return carryOut(context, held, { ground: "request", askedOn: input.askedOn });
}
