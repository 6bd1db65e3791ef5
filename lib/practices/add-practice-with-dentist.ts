import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { Refusal } from "@/lib/access/errors";
import { createPractice } from "./create-practice";
import { addDentist } from "./dentists";
import type { practiceWithDentistSchema } from "./schema";

/** Adds a practice and a new dentist who prescribes there, or neither. Refuses as `createPractice` and `addDentist`. */
export async function addPracticeWithDentist(
  context: Context,
  { practice, dentist }: z.output<typeof practiceWithDentistSchema>,
): Promise<{ id: string }> {
  const { id } = await createPractice(context, practice);
  const terms = { isPrimary: true, discountPercent: null, priceListId: null, startedOn: null, endedOn: null };
  try {
    await addDentist(context, { practiceId: id, ...dentist, email: null, phone: null, ...terms });
  } catch (error) {
    if (error instanceof Refusal && error.fieldErrors?.licenceNumber)
      throw new Refusal(error.code, error.message, error.reason, {
        "dentist.licenceNumber": error.fieldErrors.licenceNumber,
      });
    throw error;
  }
  return { id };
}
