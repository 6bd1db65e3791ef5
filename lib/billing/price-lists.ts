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
};
export type ListedTaxRate = { id: string; name: string; percent: string; validFrom: string; isDefault: boolean };

/** The lab's price lists: the default ones first, the newest of them first. */
export async function listPriceLists(tx: Transaction): Promise<ListedPriceList[]> {
  return tx.rows<ListedPriceList>(sql`
    SELECT l.id, l.name, l.currency, l.valid_from AS "validFrom", l.valid_to AS "validTo", l.is_default AS "isDefault",
      (SELECT count(*)::int FROM price_list_items i WHERE i.lab_id = l.lab_id AND i.price_list_id = l.id) AS prices,
      (SELECT count(*)::int FROM practices p WHERE p.lab_id = l.lab_id AND p.price_list_id = l.id) AS practices
    FROM price_lists l ORDER BY l.is_default DESC, l.valid_from DESC, l.name, l.id`);
}

/** The prices of a list, of any material before those of one. */
export async function listPrices(tx: Transaction, priceListId: string): Promise<ListedPrice[]> {
  return tx.rows<ListedPrice>(sql`
    SELECT i.id, i.procedure_type AS "procedureType", i.material, i.per, i.price, i.rush_surcharge_percent AS "rushSurchargePercent",
      i.tax_rate_id AS "taxRateId", t.name AS "taxName"
    FROM price_list_items i LEFT JOIN tax_rates t ON t.lab_id = i.lab_id AND t.id = i.tax_rate_id
    WHERE i.price_list_id = ${priceListId} ORDER BY i.procedure_type, i.material NULLS FIRST`);
}

/** The lab's tax rates by name, the newest first. */
export async function listTaxRates(tx: Transaction): Promise<ListedTaxRate[]> {
  return tx.rows<ListedTaxRate>(sql`
    SELECT id, name, percent, valid_from AS "validFrom", is_default AS "isDefault" FROM tax_rates ORDER BY name, valid_from DESC`);
}
