import type { Actor } from "@/lib/access/actor";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { readInvoiced } from "../open-draft";
import { priceWork } from "../price-work";
import { assemble, type BilledPractice, type MonthEnd } from "./assemble";
import { casesToInvoice, draftsUntil } from "./to-invoice";

/**
 * Everything that is delivered and not invoiced, and every draft not sent, up to a day (`YYYY-MM-DD` on the lab's calendar): priced as
 * it would be drafted now, with what stands in its way. Writes nothing. Practices by name; those without anything are left out.
 */
export async function monthEnd(tx: Transaction, { lab }: Pick<Actor, "lab">, until: string): Promise<MonthEnd> {
  const cases = await casesToInvoice(tx, until, null);
  const free = cases.filter(({ waiting }) => !waiting).map(({ id }) => id);
  const work = await priceWork(tx, await readInvoiced(tx, free), until);
  const drafts = await draftsUntil(tx, until, null);
  const ids = [...new Set([...cases, ...drafts].map(({ practiceId }) => practiceId))];
  const practices = await tx.rows<BilledPractice>(sql`
    SELECT id, name, code, email, invoice_mode AS mode FROM practices WHERE id = ANY(${ids}::uuid[]) ORDER BY lower(name), id`);
  return assemble(practices, cases, work, drafts, lab.currency);
}
