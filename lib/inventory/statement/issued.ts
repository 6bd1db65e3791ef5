import { notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { StatementContents } from "./contents";

export type IssuedStatement = { id: string; revision: number; issuedAt: Date; exceptions: string | null };

/** The newest statement of a case, if one was issued; a practice finds its own cases' alone. */
export async function newestStatement(tx: Transaction, caseId: string): Promise<IssuedStatement | null> {
  const found = await tx.row<IssuedStatement>(sql`
    SELECT id, revision, issued_at AS "issuedAt", contents ->> 'exceptions' AS exceptions FROM device_statements
    WHERE case_id = ${caseId} ORDER BY revision DESC LIMIT 1`);
  return found ?? null;
}

/** The newest statements of the cases in a shipment, by the cases' numbers. */
export async function statementsOfShipment(
  tx: Transaction,
  shipmentId: string,
): Promise<{ id: string; caseNumber: string }[]> {
  return tx.rows(sql`
    SELECT DISTINCT ON (c.number) d.id, c.number AS "caseNumber"
    FROM shipment_items s JOIN case_items i ON i.id = s.case_item_id JOIN cases c ON c.id = i.case_id JOIN device_statements d ON d.case_id = c.id
    WHERE s.shipment_id = ${shipmentId} ORDER BY c.number, d.revision DESC`);
}

export type KeptStatement = { contents: StatementContents; revision: number; issuedAt: Date; keepUntil: string };

/** A statement as it was issued. Refuses with `not_found`. */
export async function readStatement(tx: Transaction, id: string): Promise<KeptStatement> {
  const found = await tx.row<KeptStatement>(sql`
    SELECT contents, revision, issued_at AS "issuedAt", keep_until::text AS "keepUntil" FROM device_statements WHERE id = ${id}`);
  if (!found) throw notFound("statement");
  return found;
}
