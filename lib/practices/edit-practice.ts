import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import { announce } from "@/lib/outbox/outbox";
import { checkPriceList, lockPractice } from "./load";
import type { editPracticeSchema } from "./schema";

/**
 * Changes a practice's particulars and terms; an empty code keeps the one it has. Refuses with `not_found`, `stale`,
 * `practice_exists`, `practice_code_taken`, `price_list_missing`.
 */
export async function editPractice(
  { tx }: Context,
  input: z.output<typeof editPracticeSchema>,
): Promise<{ id: string }> {
  await lockPractice(tx, input.id, input.version);
  await checkPriceList(tx, input.priceListId);
  await tx.execute(sql`
    UPDATE practices SET code = coalesce(${input.code}, code), name = ${input.name}, address_line1 = ${input.addressLine1},
      address_line2 = ${input.addressLine2}, city = ${input.city}, postcode = ${input.postcode}, phone = ${input.phone},
      email = ${input.email}, latitude = ${input.latitude}, longitude = ${input.longitude},
      opening_hours = ${JSON.stringify(input.openingHours)}::jsonb, tax_id = ${input.taxId},
      tax_exempt_reason = ${input.taxExemptReason}, tax_exempt_number = ${input.taxExemptNumber}, price_list_id = ${input.priceListId},
      discount_percent = ${input.discountPercent}, payment_terms_days = ${input.paymentTermsDays}, invoice_mode = ${input.invoiceMode},
      transit_days = ${input.transitDays}, notes = ${input.notes}, status = ${input.status}
    WHERE id = ${input.id}`);
  await announce(tx, ["practices"]);
  return { id: input.id };
}
