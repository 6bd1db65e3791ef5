import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { lineAmounts, sumOf } from "../line-amounts";
import { termsOf } from "../price-terms";
import { listsOn, type PricedItem, priceCase } from "../pricing";
import { explainLine, type Step } from "./explain-line";
import type { CheckedItem, CheckPriceInput, findPayersSchema } from "./schema";

export type PriceCheck = {
  currency: string;
  /** The lists that hold for the practice on the day, the first one first. */
  lists: string[];
  lines: { steps: Step[]; net: string; tax: string; isMissing: boolean }[];
  net: string;
  tax: string;
  total: string;
};

/**
 * What a case of these items would cost a practice (and dentist) if it were delivered on a day, with the steps, by the very rules that
 * invoices are drafted by. Nothing is written. Refuses with `not_found`.
 */
export async function checkPrice({ actor, tx }: Context, input: CheckPriceInput): Promise<PriceCheck> {
  const { practiceId, dentistId, day } = input;
  const known = await tx.row(sql`SELECT 1 FROM practices WHERE id = ${practiceId}`);
  if (!known) throw notFound("practice");
  const terms = await termsOf(tx, practiceId, dentistId, day);
  const lists = listsOn(terms, day);
  const names = await namesOf(
    tx,
    lists.map(({ id }) => id),
  );
  const items = input.items.map(pricedItem);
  const lines = priceCase(items, input.urgency, terms, day).map((line, i) => ({
    steps: explainLine(line, items[i] as PricedItem, names),
    ...lineAmounts(line),
    isMissing: line.exception !== null,
  }));
  const [net, tax] = [sumOf(lines.map((line) => line.net)), sumOf(lines.map((line) => line.tax))];
  return {
    currency: lists[0]?.currency ?? actor.lab.currency,
    lists: lists.map(({ id }) => names.get(id) ?? ""),
    lines,
    net,
    tax,
    total: sumOf([net, tax]),
  };
}

const pricedItem = ({ arches, ...item }: CheckedItem, i: number): PricedItem => ({
  ...item,
  id: String(i),
  arch: arches === 2 ? "both" : "upper",
  teeth: [],
});

async function namesOf(tx: Transaction, ids: string[]): Promise<Map<string, string>> {
  const rows = await tx.rows<{ id: string; name: string }>(sql`
    SELECT id, name FROM price_lists WHERE id = ANY(${ids}::uuid[])`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** A practice, or a dentist with terms of their own at one, whose prices can be asked for. */
export type Payer = { practiceId: string; practice: string; dentistId: string | null; dentist: string | null };

/** Practices, and dentists with their own terms at them, by part of a name; at most 30, by name. */
export async function findPayers({ tx }: Context, { words }: z.output<typeof findPayersSchema>): Promise<Payer[]> {
  const pattern = `%${words.trim().replace(/[\\%_]/g, "\\$&")}%`;
  return tx.rows<Payer>(sql`
    SELECT p.id AS "practiceId", p.name AS practice, d.id AS "dentistId", d.full_name AS dentist
    FROM practices p
    LEFT JOIN LATERAL (
      SELECT NULL::uuid AS id, NULL::text AS full_name
      UNION ALL
      SELECT d.id, d.full_name FROM practice_dentists pd JOIN dentist_profiles d ON d.lab_id = pd.lab_id AND d.id = pd.dentist_id
      WHERE pd.lab_id = p.lab_id AND pd.practice_id = p.id AND (pd.price_list_id IS NOT NULL OR pd.discount_percent IS NOT NULL)) d ON true
    WHERE p.name ILIKE ${pattern}::text OR p.code ILIKE ${pattern}::text OR d.full_name ILIKE ${pattern}::text
    ORDER BY p.name, p.id, d.full_name NULLS FIRST LIMIT 30`);
}
