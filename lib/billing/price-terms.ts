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

/** What a practice (its id) pays by for a dentist's (or, with null, its own) work of a day (`YYYY-MM-DD`). */
export type TermsOf = (practiceId: string, dentistId: string | null, day: string) => Terms;

type AgreementRow = {
  practiceId: string;
  priceListId: string | null;
  discountPercent: string;
  exemptNote: string | null;
};
type DentistRow = {
  practiceId: string;
  dentistId: string;
  startedOn: string | null;
  endedOn: string | null;
  priceListId: string | null;
  discountPercent: string | null;
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
  return (await termsOfPractices(tx, [practiceId]))(practiceId, dentistId, day);
}

/** As `termsOf`, read once for the work of any day of these practices. */
export async function termsOfPractices(tx: Transaction, practiceIds: readonly string[]): Promise<TermsOf> {
  const agreements = await tx.rows<AgreementRow>(sql`
    SELECT id AS "practiceId", price_list_id AS "priceListId", discount_percent AS "discountPercent",
      tax_exempt_reason || coalesce(' (' || tax_exempt_number || ')', '') AS "exemptNote"
    FROM practices WHERE id = ANY(${practiceIds}::uuid[])`);
  const dentists = await tx.rows<DentistRow>(sql`
    SELECT practice_id AS "practiceId", dentist_id AS "dentistId", started_on AS "startedOn", ended_on AS "endedOn",
      price_list_id AS "priceListId", discount_percent AS "discountPercent"
    FROM practice_dentists WHERE practice_id = ANY(${practiceIds}::uuid[])`);
  const lists = await listsOf(tx, [...agreements, ...dentists]);
  const taxes = await tx.rows<TaxTerms>(sql`
    SELECT name, percent, valid_from AS "validFrom", is_default AS "isDefault",
      CASE WHEN is_exempt THEN legal_note END AS "exemptNote" FROM tax_rates`);

  const defaultLists = [...lists.values()].filter((list) => list.isDefault);
  const byPractice = new Map(agreements.map((row) => [row.practiceId, row]));
  return (practiceId, dentistId, day) => {
    const practice = byPractice.get(practiceId);
    const dentist = dentists.find(
      (row) =>
        row.practiceId === practiceId &&
        row.dentistId === dentistId &&
        (row.startedOn ?? day) <= day &&
        (row.endedOn ?? day) >= day,
    );
    const priceListId = dentist?.priceListId ?? practice?.priceListId;
    return {
      ownList: (priceListId && lists.get(priceListId)) || null,
      defaultLists,
      taxes,
      discountPercent: dentist?.discountPercent ?? practice?.discountPercent ?? "0.00",
      exemptNote: practice?.exemptNote ?? null,
    };
  };
}

/** The lab's default lists and those that are agreed, by id. */
async function listsOf(
  tx: Transaction,
  agreed: readonly { priceListId: string | null }[],
): Promise<Map<string, PriceListTerms & { isDefault: boolean }>> {
  const ids = agreed.flatMap(({ priceListId }) => priceListId ?? []);
  const rows = await tx.rows<PriceRow>(sql`
    SELECT l.id AS "listId", l.currency, l.valid_from AS "validFrom", l.valid_to AS "validTo", l.is_default AS "isDefault",
      i.id, i.procedure_type AS "procedureType", i.material, i.per, i.price, i.rush_surcharge_percent AS "rushSurchargePercent",
      t.name AS "taxName"
    FROM price_lists l
    LEFT JOIN price_list_items i ON i.lab_id = l.lab_id AND i.price_list_id = l.id
    LEFT JOIN tax_rates t ON t.lab_id = i.lab_id AND t.id = i.tax_rate_id
    WHERE l.is_default OR l.id = ANY(${ids}::uuid[])`);
  const lists = new Map<string, PriceListTerms & { isDefault: boolean }>();
  for (const { listId, currency, validFrom, validTo, isDefault, id, ...price } of rows) {
    const list = lists.get(listId) ?? { id: listId, currency, validFrom, validTo, isDefault, prices: [] as Price[] };
    if (id) list.prices.push({ id, ...price });
    lists.set(listId, list);
  }
  return lists;
}
