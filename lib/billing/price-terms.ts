import type { Material, ProcedureType } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { Price, PriceListTerms, TaxTerms, Terms } from "./pricing";
import type { PriceUnit } from "./vocabulary";

type PriceRow = {
  listId: string;
  currency: string;
  validFrom: string;
  validTo: string | null;
  isDefault: boolean;
  id: string | null;
  procedureType: ProcedureType;
  material: Material | null;
  per: PriceUnit;
  price: string;
  rushSurchargePercent: string;
  taxName: string | null;
};

/**
 * What a practice pays by for work of a day (`YYYY-MM-DD`): its own price list and the lab's default ones, the taxes, and its discount.
 * A dentist's own prices and discount at the practice replace the practice's while the dentist works there, both days included. Pricing
 * picks the lists and taxes that hold on the day.
 */
export async function termsOf(
  tx: Transaction,
  practiceId: string,
  dentistId: string | null,
  day: string,
): Promise<Terms> {
  const practice = await tx.row<{ priceListId: string | null; discountPercent: string }>(sql`
    SELECT coalesce(d.price_list_id, p.price_list_id) AS "priceListId", coalesce(d.discount_percent, p.discount_percent) AS "discountPercent"
    FROM practices p
    LEFT JOIN practice_dentists d ON d.lab_id = p.lab_id AND d.practice_id = p.id AND d.dentist_id = ${dentistId}::uuid
      AND coalesce(d.started_on <= ${day}::date, true) AND coalesce(d.ended_on >= ${day}::date, true)
    WHERE p.id = ${practiceId}`);
  const rows = await tx.rows<PriceRow>(sql`
    SELECT l.id AS "listId", l.currency, l.valid_from AS "validFrom", l.valid_to AS "validTo", l.is_default AS "isDefault",
      i.id, i.procedure_type AS "procedureType", i.material, i.per, i.price, i.rush_surcharge_percent AS "rushSurchargePercent",
      t.name AS "taxName"
    FROM price_lists l
    LEFT JOIN price_list_items i ON i.lab_id = l.lab_id AND i.price_list_id = l.id
    LEFT JOIN tax_rates t ON t.lab_id = i.lab_id AND t.id = i.tax_rate_id
    WHERE l.is_default OR l.id = ${practice?.priceListId ?? null}::uuid`);
  const taxes = await tx.rows<TaxTerms>(sql`
    SELECT name, percent, valid_from AS "validFrom", is_default AS "isDefault" FROM tax_rates`);

  const lists = new Map<string, PriceListTerms & { isDefault: boolean }>();
  for (const { listId, currency, validFrom, validTo, isDefault, id, ...price } of rows) {
    const list = lists.get(listId) ?? { id: listId, currency, validFrom, validTo, isDefault, prices: [] as Price[] };
    if (id) list.prices.push({ id, ...price });
    lists.set(listId, list);
  }
  return {
    ownList: (practice?.priceListId && lists.get(practice.priceListId)) || null,
    defaultLists: [...lists.values()].filter((list) => list.isDefault),
    taxes,
    discountPercent: practice?.discountPercent ?? "0.00",
  };
}
