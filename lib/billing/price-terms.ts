import type { Material, ProcedureType } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { agreedListOn, type PriceListTerms, type TaxTerms, type Terms } from "./pricing";
import type { PriceUnit } from "./vocabulary";

type PriceRow = {
  listId: string;
  currency: string;
  validFrom: string;
  validTo: string | null;
  isDefault: boolean;
  followsId: string | null;
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

  const defaultLists = lists.filter((list) => list.isDefault);
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
      ownList: priceListId ? agreedListOn(lists, priceListId, day) : null,
      defaultLists,
      taxes,
      discountPercent: dentist?.discountPercent ?? practice?.discountPercent ?? "0.00",
      exemptNote: practice?.exemptNote ?? null,
    };
  };
}

type KnownList = PriceListTerms & { isDefault: boolean; followsId: string | null };

/** The lab's default lists, those that are agreed, and those that go on from them. */
async function listsOf(tx: Transaction, agreed: readonly { priceListId: string | null }[]): Promise<KnownList[]> {
  const ids = agreed.flatMap(({ priceListId }) => priceListId ?? []);
  const rows = await tx.rows<PriceRow>(sql`
    WITH RECURSIVE agreed (id) AS (
      SELECT unnest(${ids}::uuid[]) UNION SELECT n.id FROM price_lists n JOIN agreed a ON n.follows_id = a.id)
    SELECT l.id AS "listId", l.currency, l.valid_from AS "validFrom", l.valid_to AS "validTo", l.is_default AS "isDefault",
      l.follows_id AS "followsId", i.id, i.procedure_type AS "procedureType", i.material, i.per, i.price, i.rush_surcharge_percent AS "rushSurchargePercent",
      t.name AS "taxName"
    FROM price_lists l
    LEFT JOIN price_list_items i ON i.lab_id = l.lab_id AND i.price_list_id = l.id
    LEFT JOIN tax_rates t ON t.lab_id = i.lab_id AND t.id = i.tax_rate_id
    WHERE l.is_default OR l.id IN (SELECT id FROM agreed)`);
  const lists = new Map<string, KnownList>();
  for (const { listId, currency, validFrom, validTo, isDefault, followsId, id, ...price } of rows) {
    const list = lists.get(listId) ?? { id: listId, currency, validFrom, validTo, isDefault, followsId, prices: [] };
    if (id) list.prices.push({ id, ...price });
    lists.set(listId, list);
  }
  return [...lists.values()];
}
