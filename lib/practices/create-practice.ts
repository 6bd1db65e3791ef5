import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import { announce } from "@/lib/outbox/outbox";
import { checkPriceList, codeOf, lockPracticeCodes, nextCodeNumber } from "./load";
import type { PracticeInput } from "./schema";

/**
 * Adds a practice to the lab; without a code it gets the next of P-0001 …. Answers its id and code. Refuses with `practice_exists`
 * (same name and postcode), `practice_code_taken`, `price_list_missing`.
 */
export async function createPractice({ tx }: Context, input: PracticeInput): Promise<{ id: string; code: string }> {
  await lockPracticeCodes(tx);
  await checkPriceList(tx, input.priceListId);
  const code = input.code ?? codeOf(await nextCodeNumber(tx));
  const row = await tx.row<{ id: string }>(sql`
    INSERT INTO practices (code, name, address_line1, address_line2, city, postcode, country, phone, email, latitude, longitude,
      opening_hours, tax_id, price_list_id, discount_percent, payment_terms_days, invoice_mode, transit_days, notes, status,
      tax_exempt_reason, tax_exempt_number)
    SELECT ${code}, ${input.name}, ${input.addressLine1}, ${input.addressLine2}, ${input.city}, ${input.postcode}, l.country,
      ${input.phone}, ${input.email}, ${input.latitude}, ${input.longitude}, ${JSON.stringify(input.openingHours)}::jsonb,
      ${input.taxId}, ${input.priceListId}, ${input.discountPercent}, ${input.paymentTermsDays}, ${input.invoiceMode},
      ${input.transitDays}, ${input.notes}, ${input.status}, ${input.taxExemptReason}, ${input.taxExemptNumber}
    FROM labs l WHERE l.id = app_lab_id() RETURNING id`);
  await announce(tx, ["practices"]);
  return { id: row?.id as string, code };
}
