import { DateTime } from "luxon";
import type { Context } from "@/lib/access/action";
import { conflict } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { ItemChoice } from "../items/read-item";
import { readCode } from "./read-code";
import type { CodeInput } from "./schema";

/** What a scanned code names: the item, and of its lot and expiry what the code itself says. */
export type LookedUp = { item: ItemChoice; lotNumber: string | null; expiresOn: string | null };

const ITEM = sql`i.id, i.sku, i.name, i.unit, i.category, i.unit_cost::text AS "unitCost", i.location_id AS "locationId"`;

/**
 * Finds the item of a package's barcode (GS1 DataMatrix, GS1-128, UDI, EAN), else of an item's own code, else of a lot number that one item
 * alone has. Refuses `code_unknown`, with the barcode number that no item has yet.
 */
export async function lookUpCode({ actor, tx }: Context, { code }: CodeInput): Promise<LookedUp> {
  const read = readCode(code, DateTime.now().setZone(actor.lab.timeZone).year);
  const item = read?.gtin
    ? await tx.row<ItemChoice>(
        sql`SELECT ${ITEM} FROM inventory_items i WHERE i.gtin = ${read.gtin} AND i.deleted_at IS NULL`,
      )
    : await tx.row<ItemChoice>(
        sql`SELECT ${ITEM} FROM inventory_items i WHERE lower(i.sku) = lower(${code}) AND i.deleted_at IS NULL LIMIT 1`,
      );
  if (item) return { item, lotNumber: read?.lotNumber ?? null, expiresOn: read?.expiresOn ?? null };
  if (read?.gtin)
    throw conflict(
      "code_unknown",
      `No item has the barcode number ${read.gtin}. Choose the item, and write the number into it.`,
    );
  const [lot, other] = await tx.rows<ItemChoice & { lotNumber: string; expiresOn: string | null }>(sql`
    SELECT ${ITEM}, l.number AS "lotNumber", l.expires_on AS "expiresOn" FROM lots l JOIN inventory_items i ON i.lab_id = l.lab_id AND i.id = l.inventory_item_id
    WHERE l.number = ${code} AND NOT l.is_unnumbered AND i.deleted_at IS NULL LIMIT 2`);
  if (!lot || other)
    throw conflict("code_unknown", `“${code}” is no barcode, item code or lot number that is known here.`);
  const { lotNumber, expiresOn, ...found } = lot;
  return { item: found, lotNumber, expiresOn };
}
