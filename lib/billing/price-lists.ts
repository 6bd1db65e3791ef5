import type { Material, ProcedureType } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { PriceUnit } from "./vocabulary";

export type ListedPriceList = {
  id: string;
  name: string;
  currency: string;
  validFrom: string;
  validTo: string | null;
  isDefault: boolean;
  version: number;
  archived: boolean;
  /** The name of the list it goes on from. */
  follows: string | null;
  prices: number;
  /** Practices that pay by it instead of the default. */
  practices: number;
};
export type ListedPrice = {
  id: string;
  procedureType: ProcedureType;
  material: Material | null;
  per: PriceUnit;
  price: string;
  rushSurchargePercent: string;
  taxRateId: string | null;
  taxName: string | null;
  version: number;
};
export type ListedTaxRate = {
  id: string;
  name: string;
  percent: string;
  validFrom: string;
  isDefault: boolean;
  /** Why it is none, as invoices say it; null for an ordinary rate. */
  exemptNote: string | null;
};

/** The lab's price lists: the default ones first, the newest of them first; with `archived` only those that were put away. At most 200. */
export async function listPriceLists(tx: Transaction, archived = false): Promise<ListedPriceList[]> {
  if (archived) await tx.includeDeleted();
  return tx.rows<ListedPriceList>(sql`
    SELECT l.id, l.name, l.currency, l.valid_from AS "validFrom", l.valid_to AS "validTo", l.is_default AS "isDefault", l.version,
      l.deleted_at IS NOT NULL AS archived, f.name AS follows,
      (SELECT count(*)::int FROM price_list_items i WHERE i.lab_id = l.lab_id AND i.price_list_id = l.id AND i.deleted_at IS NULL) AS prices,
      (SELECT count(*)::int FROM practices p WHERE p.lab_id = l.lab_id AND p.price_list_id = l.id AND p.deleted_at IS NULL) AS practices
    FROM price_lists l LEFT JOIN price_lists f ON f.lab_id = l.lab_id AND f.id = l.follows_id
    WHERE (l.deleted_at IS NOT NULL) = ${archived} ORDER BY l.is_default DESC, l.valid_from DESC, l.name, l.id LIMIT 200`);
}

/** The prices of a list, of any material before those of one. */
export async function listPrices(tx: Transaction, priceListId: string): Promise<ListedPrice[]> {
  return tx.rows<ListedPrice>(sql`
    SELECT i.id, i.procedure_type AS "procedureType", i.material, i.per, i.price, i.rush_surcharge_percent AS "rushSurchargePercent",
      i.tax_rate_id AS "taxRateId", t.name AS "taxName", i.version
    FROM price_list_items i LEFT JOIN tax_rates t ON t.lab_id = i.lab_id AND t.id = i.tax_rate_id
    WHERE i.price_list_id = ${priceListId} AND i.deleted_at IS NULL ORDER BY i.procedure_type, i.material NULLS FIRST`);
}

/** The lab's tax rates by name, the newest first. */
export async function listTaxRates(tx: Transaction): Promise<ListedTaxRate[]> {
  return tx.rows<ListedTaxRate>(sql`
    SELECT id, name, percent, valid_from AS "validFrom", is_default AS "isDefault", CASE WHEN is_exempt THEN legal_note END AS "exemptNote"
    FROM tax_rates ORDER BY name, valid_from DESC`);
}
